"""`python -m app`: the same as `rejoinder`."""

import sys

from app.main import main

sys.exit(main())
