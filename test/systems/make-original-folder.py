"""Makes original-folder.json: a culture of nine cells in the files of the Python original, as text: base64 of gzip.

Run with h5py 3.16.0 (HDF5 2.0.0), numpy 2.2.6, Python 3.11:
    python make-original-folder.py > original-folder.json

AXO comes first in the alphabet and last in the enumeration. The connections onto EXC come in two blocks.
"""
import base64
import gzip
import io
import json

import h5py
import numpy as np

codes = {"EXC": 10, "INH": 11, "AXO": 12}
ranges = {"EXC": (0, 4), "INH": (4, 3), "AXO": (7, 2)}
labels = h5py.enum_dtype(codes, basetype="<u2")
projections = [("EXC", "EXC"), ("INH", "EXC"), ("EXC", "INH")]
swc = {"soma": 1, "dend": 4}


def write_types(file):
    types = file.create_group("H5Types")
    types["Population labels"] = labels
    row = np.dtype([("Start", "<u8"), ("Count", "<u4"), ("Population", labels)])
    rows = [(*ranges[name], code) for name, code in codes.items()]
    types.create_dataset("Populations", data=np.array(rows, dtype=row))
    pair = np.dtype([("Source", labels), ("Destination", labels)])
    types["Population projections type"] = pair
    pairs = [(codes[pre], codes[post]) for pre, post in projections]
    types.create_dataset("Valid population projections", data=np.array(pairs, dtype=pair))


def write_attribute(group, name, cells, values, dtype):
    """One row of values for each cell."""
    attribute = group.create_group(name)
    attribute["Cell Index"] = np.array(cells, dtype="<u4")
    attribute["Attribute Pointer"] = np.cumsum([0] + [len(own) for own in values]).astype("<u8")
    attribute["Attribute Value"] = np.concatenate([np.array(own, dtype=dtype) for own in values])


def place(gid, axis):
    return float(np.float32([10.5 * gid, 100 - 7.25 * gid, gid % 3][axis]))


def write_cells(file):
    write_types(file)
    for name, (start, count) in ranges.items():
        space = file.create_group(f"Populations/{name}/Generated Coordinates")
        order = list(reversed(range(count)))
        for axis, letter in enumerate("XYZUVL"):
            values = [[place(start + k, axis % 3)] for k in order]
            write_attribute(space, f"{letter} Coordinate", order, values, "<f4")
    exc = file.create_group("Populations/EXC/Synapse Attributes")
    # Synapse 0 of each cell is from EXC; those from INH alternate between dendrite and soma.
    ids = [[0, 1, 2], [0, 1], [0], [0, 1]]
    types = [[0, 1, 1], [0, 1], [0], [0, 1]]
    places = [[4, 4, 1], [4, 1], [4], [4, 4]]
    write_attribute(exc, "syn_ids", range(4), ids, "<u4")
    write_attribute(exc, "syn_types", range(4), types, "<u1")
    write_attribute(exc, "swc_types", range(4), places, "<u1")
    write_attribute(exc, "syn_secs", range(4), [[int(s == 4) for s in own] for own in places], "<i2")
    write_attribute(exc, "syn_locs", range(4), [[0.5] * len(own) for own in places], "<f4")


def write_projection(file, pre, post, blocks, distances, syn_ids):
    """Blocks of (first target, sources of each target from there on)."""
    group = file.create_group(f"Projections/{post}/{pre}")
    edges = group.create_group("Edges")
    pointers, block_pointer, sources = [], [0], []
    for _, rows in blocks:
        for row in rows:
            pointers.append(len(sources))
            sources += row
        pointers.append(len(sources))
        block_pointer.append(len(pointers))
    edges["Destination Block Index"] = np.array([first for first, _ in blocks], dtype="<u4")
    edges["Destination Block Pointer"] = np.array(block_pointer, dtype="<u8")
    edges["Destination Pointer"] = np.array(pointers, dtype="<u8")
    edges["Source Index"] = np.array(sources, dtype="<u4")
    group.create_group("Connections")["distance"] = np.array(distances, dtype="<f4")
    group.create_group("Synapses")["syn_id"] = np.array(syn_ids, dtype="<u4")


def write_connections(file):
    write_types(file)
    two_blocks = [(0, [[1], [3]]), (2, [[1], [0]])]
    write_projection(file, "EXC", "EXC", two_blocks, [100, 5, 500, 250], [0, 0, 0, 0])
    write_projection(file, "INH", "EXC", [(0, [[0, 2], [1], [], [2]])], [50, 75, 25, 125], [1, 2, 1, 1])
    write_projection(file, "EXC", "INH", [(1, [[2, 3]])], [1000, 12.5], [0, 1])


def mechanism(e, g_unit, rise, decay, weight):
    return {"e": e, "g_unit": g_unit, "tau_rise": rise, "tau_decay": decay, "weight": weight}


def synapse(kind, sections, receptors):
    return {
        "type": kind,
        "contacts": 1,
        "layers": ["default"] * len(sections),
        "sections": sections,
        "proportions": [1.0 / len(sections)] * len(sections),
        "mechanisms": {"default": receptors},
        "kernel": {"amplitude": 0.1, "kernel": "exponential", "sigma": 600.0, "allow_self_connections": False},
    }


def graph():
    ampa = mechanism(0, 0.0005, 0.5, 7, 7)
    silent = {"e": 0, "g_unit": 1e-5, "weight": 1}
    gaba = mechanism(-70, 0.00025, 0.3, 5, 5)
    synapses = {
        "EXC": {
            "EXC": synapse("excitatory", ["dend"], {"AMPA": ampa, "NMDA": silent}),
            "INH": synapse("inhibitory", ["soma", "dend"], {"GABA_A": gaba}),
        },
        "INH": {"EXC": synapse("excitatory", ["soma"], {"AMPA": ampa})},
    }
    architecture = {
        "coordinate_namespace": "Generated Coordinates",
        "area": [[0.0, 42.0], [84.0, 100.0]],
        "z_range": [0.0, 10.0],
        "cell_distributions": {name: {"2D": count} for name, (_, count) in ranges.items()},
        "layer_extents": {"2D": [[0.0, 42.0, 0.0], [84.0, 100.0, 10.0]]},
        "cells_filepath": "cells.h5",
    }
    connections = {
        "population_definitions": codes,
        "layer_definitions": {"2D": 0},
        "synapses": synapses,
        "connections_filepath": "connections.h5",
    }
    return {
        "architecture": {"uuid": "1", "config": architecture},
        "distances": {},
        "synapse_forest": {},
        "synapses": {"all": {"uuid": "2", "config": {"cell_types": {}}}},
        "connections": {"all": {"uuid": "3", "config": connections}},
    }


def file_bytes(write):
    memory = io.BytesIO()
    with h5py.File(memory, "w") as file:
        write(file)
    return memory.getvalue()


def document(value):
    return json.dumps(value).encode()


mea = {
    "electrode_coordinates": [[0, 10.0, 50.0, 5.0], [1, 60.0, 50.0, 5.0]],
    "input_radius": 50.0,
    "output_radius": 80.0,
}
params = {"Culture": {"default": {"params": {"weight-EXC_EXC-hillock-AMPA-weight": 2.0}, "meta": {}}}}
files = {
    "graph.json": document(graph()),
    "cells.h5": file_bytes(write_cells),
    "connections.h5": file_bytes(write_connections),
    "mea.json": document(mea),
    "model.json": document({"cls": "livn.models.rcsd.ReducedCalciumSomaDendrite", "kwargs": {}}),
    "selection/e1.json": document({"gids": [0, 2, 5], "meta": {"spec": "patch"}}),
    "params/default.json": document(params),
}
print(
    json.dumps(
        {name: base64.b64encode(gzip.compress(content, 9, mtime=0)).decode() for name, content in files.items()},
        indent=2,
    )
)
