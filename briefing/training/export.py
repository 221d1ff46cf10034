"""The trained network as the file that ships: ONNX, the encoder's matrices in 8 bits.

Some features of what goes through the network are a hundred times larger than others, and 8 bits
for all of them leave little for the small ones. So each feature is divided by a number before it is
rounded, and the weights that take it are multiplied by the same (SmoothQuant, Xiao et al. 2022).

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
from torch import Tensor, nn

from briefing.training.batches import Batch
from briefing.training.network import HEADS, WIDTH, Layer, Outputs, Tagger

OPSET = 17
_HEAD = re.compile(r"/(?:tags|inner|pointers|said|names)/")
"""The heads, which cost next to nothing and lose by rounding."""
_LENGTH = 24
_SMOOTHING = 0.85
"""How much of a feature's size goes over to its weights; 0.5 to 1 were tried."""
_LEAST = 1e-5
"""Least size, so that nothing is divided by nothing."""


def averaged(checkpoints: Sequence[Path]) -> dict[str, Tensor]:
    """The weights of several checkpoints of one training, averaged."""
    states = [torch.load(path, weights_only=True)["tagger"] for path in checkpoints]
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def export(tagger: Tagger, path: Path, samples: Sequence[Batch]) -> None:
    """Write the network to ``path``, quantised. Inputs are one window: 1 by wordpieces.

    Args:
        tagger: the network, which is changed.
        path: of the file that is written.
        samples: articles by which the size of features is told.
    """
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    tagger.eval()
    smooth(tagger, samples)
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


def smooth(tagger: Tagger, samples: Sequence[Batch]) -> None:
    """Even out what goes into the matrices of the encoder; what comes out stays the same."""
    sizes = _sizes(tagger, samples)
    for layer in _layers(tagger):
        for name in ("qkv", "inner", "outer"):
            linear = getattr(layer, name)
            scale = _scale(sizes[linear], linear.weight)
            linear.weight.data *= scale
            setattr(layer, name, Divided(linear, scale))
        scale = _scale(sizes[layer.out], layer.out.weight)
        layer.out.weight.data *= scale
        values = layer.qkv.linear
        values.weight.data[2 * WIDTH :] /= scale[:, None]
        values.bias.data[2 * WIDTH :] /= scale


class Divided(nn.Module):
    """A linear map of features that are divided by numbers of their own first."""

    def __init__(self, linear: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.linear = linear
        self.register_buffer("factors", 1 / scale)

    def forward(self, x: Tensor) -> Tensor:
        """Divide and map."""
        return self.linear(x * self.factors)


def _sizes(tagger: Tagger, samples: Sequence[Batch]) -> dict[nn.Module, Tensor]:
    """The largest value of each feature that goes into each linear map of the encoder."""
    sizes: dict[nn.Module, Tensor] = {}

    def note(linear: nn.Module, taken: tuple[Tensor, ...]) -> None:
        largest = taken[0].abs().flatten(0, -2).amax(0)
        sizes[linear] = torch.maximum(sizes[linear], largest) if linear in sizes else largest

    hooks = [linear.register_forward_pre_hook(note) for linear in _maps(tagger)]
    with torch.no_grad():
        for batch in samples:
            ids, shapes, quoted, mask = (torch.from_numpy(array) for array in batch[:4])
            tagger(ids, shapes, quoted, mask)
    for hook in hooks:
        hook.remove()
    return sizes


def _scale(features: Tensor, weight: Tensor) -> Tensor:
    weights = weight.abs().amax(0).clamp(min=_LEAST)
    return features.clamp(min=_LEAST) ** _SMOOTHING / weights ** (1 - _SMOOTHING)


def _maps(tagger: Tagger) -> list[nn.Module]:
    return [m for one in _layers(tagger) for m in (one.qkv, one.out, one.inner, one.outer)]


def _layers(tagger: Tagger) -> list[Layer]:
    return [layer for layer in tagger.layers if isinstance(layer, Layer)]


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
        values = self.qkv
        weight = values.linear.weight.t().contiguous()
        return _Attention.apply(x * values.factors, weight, values.linear.bias)

    Layer.attend = attend  # type: ignore[method-assign]
    try:
        yield
    finally:
        Layer.attend = plain  # type: ignore[method-assign]
