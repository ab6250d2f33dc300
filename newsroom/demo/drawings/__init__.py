"""The pictures of the demo newspaper by name, each a function that draws a Pillow image: most of 1,800 by 1,200 pixels, some
tall, one a panorama, the portraits square."""

from functools import partial

from newsroom.demo.drawings.desert import desert_road, palm_grove, solar_roof
from newsroom.demo.drawings.hands import calligraphers_table, glass_of_tea, hands_at_the_loom
from newsroom.demo.drawings.indoors import library_at_night, training_hall
from newsroom.demo.drawings.market import market_arcade
from newsroom.demo.drawings.portraits import portrait
from newsroom.demo.drawings.rooms import clinic_corridor, laboratory
from newsroom.demo.drawings.sea import boatyard, harbour_cranes, reef_survey
from newsroom.demo.drawings.shore import desalination_plant, dhow_at_dawn, skyline_at_dusk
from newsroom.demo.drawings.streets import flooded_street, football_under_lights
from newsroom.demo.drawings.town import corniche_cycle_path, school_bus

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
    "harbour": harbour_cranes,
    "reef": reef_survey,
    "boatyard": boatyard,
    "flooded-street": flooded_street,
    "football": football_under_lights,
    "desert-road": desert_road,
    "solar-roof": solar_roof,
    "clinic": clinic_corridor,
    "laboratory": laboratory,
    "loom": hands_at_the_loom,
    "tea": glass_of_tea,
    "portrait-dalal": partial(portrait, (160, 92, 78), (52, 58, 72), "scarf", (214, 200, 178), 301),
    "portrait-tareq": partial(
        portrait, (74, 106, 112), (70, 62, 58), "short", (44, 38, 38), 302, glasses=True, beard=True
    ),
    "portrait-anita": partial(
        portrait, (192, 152, 88), (96, 52, 60), "bun", (46, 34, 34), 303, glasses=True, skin=(150, 104, 78)
    ),
    "portrait-mubarak": partial(portrait, (110, 104, 84), (222, 216, 202), "ghutra", (238, 232, 220), 304, beard=True),
}
