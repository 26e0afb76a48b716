"""What several renderers draw alike, as plain geometry: cloth, and icons as paths. Nothing here knows a file format."""
