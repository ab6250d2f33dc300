"""The pictures of the demo newspaper by name, each a function that draws a Pillow image of 1,800 by 1,200 pixels."""

from functools import partial

from newsroom.demo.drawings.indoors import calligraphers_table, library_at_night, training_hall
from newsroom.demo.drawings.shore import desalination_plant, dhow_at_dawn, skyline_at_dusk
from newsroom.demo.drawings.town import corniche_cycle_path, market_arcade, palm_grove, school_bus

DRAWINGS = {
    "training-hall": training_hall,
    "training-hall-mirrored": partial(training_hall, seed=2017, mirrored=True),
    "skyline": skyline_at_dusk,
    "dhow": dhow_at_dawn,
    "palm-grove": palm_grove,
    "library": library_at_night,
    "desalination": desalination_plant,
    "school-bus": school_bus,
    "calligraphy": calligraphers_table,
    "arcade": market_arcade,
    "cycle-path": corniche_cycle_path,
}
