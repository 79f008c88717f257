"""CLIP models as ONNX graphs: reading their directories, running their two towers."""
