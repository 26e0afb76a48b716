"""The semantic HTML tree to PDF, with ReportLab. Knows trees and themes, never a sheet's model."""

from terrinclus_publish.pdf.document import page_numbers, render, render_numbered

__all__ = ["page_numbers", "render", "render_numbered"]
