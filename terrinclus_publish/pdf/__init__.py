"""The semantic HTML tree to PDF, with ReportLab. Knows trees and themes, never a sheet's model."""
