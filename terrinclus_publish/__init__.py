"""Structured project sheets (« fiches de capitalisation ») to accessible PDF, Word and HTML, alone and as a guide."""

__version__ = "0.1.0"
