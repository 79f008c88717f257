"""Sets photoclip up from a source tree, with nothing but a Python's standard library.

Every module here has to be understood by Python 3.6 and newer, so that an old Python can say
which one is needed instead of showing a SyntaxError.
"""
