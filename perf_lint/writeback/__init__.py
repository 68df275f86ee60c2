"""Write findings or fixes into a copy of the file that they came from."""
