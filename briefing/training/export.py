"""The trained network as the file that ships: ONNX, the encoder's matrices in 8 bits.

Attention is written as ONNX Runtime's own fused operator, which reads 1.2 times as fast as its
parts; the quantised operators are those that its quantiser knows.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from briefing.training.network import HEADS, Layer, Outputs, Tagger

OPSET = 17
_HEAD = re.compile(r"/(?:tags|inner|pointers|said|names)/")
"""The heads, which cost next to nothing and lose by rounding."""
_LENGTH = 24


def averaged(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The weights of several checkpoints of one training, averaged."""
    states = [torch.load(path, weights_only=True)["tagger"] for path in checkpoints]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def export(tagger: Tagger, path: Path) -> None:
    """Write the network to ``path``, quantised. Inputs are one window: 1 by wordpieces."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    tagger.eval()
    inputs = tuple(torch.ones(1, _LENGTH, dtype=torch.int64) for _ in range(3))
    names = ("ids", "shape", "inq")
    axes = {name: {1: "pieces"} for name in (*names, *Outputs._fields)}
    with tempfile.TemporaryDirectory() as scratch, _fused():
        whole = Path(scratch) / "tagger.onnx"
        torch.onnx.export(
            tagger,
            inputs,
            str(whole),
            input_names=list(names),
            output_names=list(Outputs._fields),
            dynamic_axes=axes,
            opset_version=OPSET,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        nodes = [node.name for node in onnx.load(str(whole)).graph.node]
        quantize_dynamic(
            whole,
            path,
            nodes_to_exclude=[name for name in nodes if _HEAD.match(name)],
            op_types_to_quantize=["MatMul", "Gemm", "Attention", "Gather"],
            weight_type=QuantType.QInt8,
            per_channel=True,
        )


class _Attention(torch.autograd.Function):
    """Self-attention over fused query, key and value weights, a node of its own in the graph."""

    @staticmethod
    def forward(ctx: Any, x: Tensor, weight: Tensor, bias: Tensor) -> Tensor:  # noqa: ARG004
        return x.clone()

    @staticmethod
    def symbolic(g: Any, x: Any, weight: Any, bias: Any) -> Any:
        return g.op("com.microsoft::Attention", x, weight, bias, num_heads_i=HEADS)


@contextmanager
def _fused() -> Iterator[None]:
    plain = Layer.attend

    def attend(self: Layer, x: Tensor, bias: Tensor | None) -> Tensor:  # noqa: ARG001
        weight = self.qkv.weight.t().contiguous()
        return _Attention.apply(x, weight, self.qkv.bias)

    Layer.attend = attend  # type: ignore[method-assign]
    try:
        yield
    finally:
        Layer.attend = plain  # type: ignore[method-assign]
