import java.io.FileInputStream;
import java.io.InputStream;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Holds PDF files against veraPDF profiles: java VeraPdf.java PROFILE[,PROFILE...] FILE...
 *
 * A profile is the name of its file among veraPDF's resources (PDFUA-1, PDFA-2A). What is printed is for a program, one
 * line each, fields parted by tabs: "checked", profile, file, number of checks; then for each check that failed
 * "failed", profile, file, clause, test, message, place.
 */
public class VeraPdf {
    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : args[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int i = 1; i < args.length; i++) {
                validate(name, profile, args[i]);
            }
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String resource = "/org/verapdf/pdfa/validation/" + name + ".xml";
        try (InputStream xml = PDFAFlavour.class.getResourceAsStream(resource)) {
            if (xml == null) {
                throw new IllegalArgumentException("veraPDF has no profile " + name);
            }
            return Profiles.profileFromXml(xml);
        }
    }

    private static void validate(String name, ValidationProfile profile, String file) throws Exception {
        try (VeraPDFFoundry foundry = Foundries.defaultInstance();
                PDFAParser parser = foundry.createParser(new FileInputStream(file), profile.getPDFAFlavour())) {
            ValidationResult result = foundry.createValidator(profile, false).validate(parser);
            print("checked", name, file, String.valueOf(result.getTotalAssertions()));
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    print("failed", name, file, assertion.getRuleId().getClause(),
                            String.valueOf(assertion.getRuleId().getTestNumber()), assertion.getMessage(),
                            assertion.getLocation().getContext());
                }
            }
        }
    }

    private static void print(String... fields) {
        StringBuilder line = new StringBuilder();
        for (String field : fields) {
            line.append(line.length() == 0 ? "" : "\t").append(String.valueOf(field).replaceAll("\\s+", " "));
        }
        System.out.println(line);
    }
}
