# Makes the files in this folder. Made with NumPy 2.4.6: python3 make.py
import numpy as np

values = [0, 1, 2, 3, 4, 5]
extremes = {
    "i1": [-128, 127], "i2": [-(2**15), 2**15 - 1], "i4": [-(2**31), 2**31 - 1],
    "i8": [-(2**63), 2**63 - 1], "u1": [0, 255], "u2": [0, 2**16 - 1],
    "u4": [0, 2**32 - 1], "u8": [0, 2**64 - 1],
    "f2": [6e-8, 65504], "f4": [1.25e-38, 3.4028235e38], "f8": [5e-324, 1.7976931348623157e308],
}
arrays = {"b1": np.array([False, True, True, False])}
for kind, two in extremes.items():
    for order, name in (("<", "little"), (">", "big")):
        arrays[f"{name}/{kind}"] = np.array(two + [1, 0], dtype=order + kind)
np.savez("types.npz", **arrays)
np.savez_compressed("types-compressed.npz", **arrays)

cube = np.arange(12, dtype="<f4").reshape(3, 2, 2)
np.save("c-order.npy", cube)
np.save("fortran-order.npy", np.asfortranarray(cube))
for version in (1, 2, 3):
    with open(f"version-{version}.npy", "wb") as out:
        np.lib.format.write_array(out, np.array(values, "<i2"), version=(version, 0))
np.save("scalar.npy", np.float64(2.5))
np.save("empty.npy", np.zeros((0, 3)))
np.save("no-columns.npy", np.zeros((3, 0)))
np.save("objects.npy", np.array([1, "a", None], dtype=object), allow_pickle=True)
np.save("text.npy", np.array(["a", "b"]))
np.save("bytes.npy", np.array([b"a", b"b"]))
np.save("structured.npy", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.save("complex.npy", np.array([1 + 2j, 3]))
np.save("dates.npy", np.array(["2020-01-01", "2021-01-01"], dtype="M8[D]"))
np.save("spans.npy", np.array([1, 2], dtype="m8[s]"))
np.save("long-double.npy", np.array([1, 2], dtype=np.longdouble))
np.save("classes.npy", np.array([2**33, 2**34, 2**35, 2**33], "<i8"))
