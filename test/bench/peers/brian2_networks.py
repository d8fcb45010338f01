"""The same scripts by the name of their model, as `npm run bench -- --peer brian2` calls them: --case cuba --mode cython"""

import argparse
import os
import runpy
import sys

FILES = {"song-miller-abbott": "stdp.py"}

words = argparse.ArgumentParser(add_help=False)
words.add_argument("--case", required=True)
given, sys.argv[1:] = words.parse_known_args()
folder = os.path.dirname(os.path.abspath(__file__))
runpy.run_path(os.path.join(folder, FILES.get(given.case, given.case + ".py")), run_name="__main__")
