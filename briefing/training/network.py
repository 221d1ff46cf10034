"""The network: the encoder all-MiniLM-L6-v2 with embeddings of shape and marks, and six heads."""

from pathlib import Path
from typing import Any, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from briefing.reading.naming import NAME_LABELS
from briefing.training.labels import SAID

LAYERS, WIDTH, HEADS, INNER = 6, 384, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
SHAPES, TAGS, POINTER = 10, 7, 64
DROPOUT = 0.1
_EPSILON = 1e-12


class Outputs(NamedTuple):
    """Logits of tags in both layers, names and what is said; askers and asked of both pointers.

    Each is batch by wordpiece by its own width.
    """

    tags: Tensor
    cue_asking: Tensor
    cue_asked: Tensor
    source_asking: Tensor
    source_asked: Tensor
    said: Tensor
    names: Tensor
    inner: Tensor


class Tagger(nn.Module):
    """The whole network. Inputs are batch by wordpiece; ``mask`` is 1 on wordpieces, 0 behind."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.quoted = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.tags = nn.Linear(WIDTH, TAGS)
        self.pointers = nn.Linear(WIDTH, 4 * POINTER)
        self.inner = nn.Linear(WIDTH, TAGS)
        self.said = nn.Linear(WIDTH, len(SAID))
        self.names = nn.Linear(WIDTH, 2 * len(NAME_LABELS) + 1)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quoted.weight)

    def forward(
        self, ids: Tensor, shape: Tensor, inq: Tensor, mask: Tensor | None = None
    ) -> Outputs:
        """Read a batch of windows; without a mask all are of one length."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at)[None] + self.shapes(shape) + self.quoted(inq)
        x = _dropped(self.norm(x), self.training)
        bias = None if mask is None else (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        asking_cue, cue, asking_source, source = self.pointers(x).split(POINTER, -1)
        scale = POINTER**-0.5
        return Outputs(
            self.tags(x),
            asking_cue * scale,
            cue,
            asking_source * scale,
            source,
            self.said(x),
            self.names(x),
            self.inner(x),
        )

    def body(self) -> list[nn.Parameter]:
        """What is fine-tuned: the encoder without its table of words, which stays as it was."""
        parts = [self.positions, self.norm, self.layers]
        return [parameter for part in parts for parameter in part.parameters()]

    def heads(self) -> list[nn.Parameter]:
        """What is new."""
        parts = [
            *(self.shapes, self.quoted, self.tags),
            *(self.inner, self.pointers, self.said, self.names),
        ]
        return [parameter for part in parts for parameter in part.parameters()]


class Layer(nn.Module):
    """One layer of the encoder: attention, then two linear maps, each added and normed."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=_EPSILON)

    def forward(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """Read a batch; ``bias`` hides what stands behind a window's end."""
        x = self.norm1(x + _dropped(self.out(self.attend(x, bias)), self.training))
        inner = self.outer(functional.gelu(self.inner(x)))
        return self.norm2(x + _dropped(inner, self.training))

    def attend(self, x: Tensor, bias: Tensor | None) -> Tensor:
        """What each place takes from the others."""
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        with torch.autocast("cpu", enabled=False):  # which would take softmax for a case for fp32
            scores = (qkv[0] * (WIDTH // HEADS) ** -0.5) @ qkv[1].transpose(-1, -2)
            scores = scores if bias is None else scores + bias.to(scores.dtype)
            seen = scores.softmax(-1) @ qkv[2]
        return seen.transpose(1, 2).reshape(batch, length, WIDTH)


def from_encoder(folder: Path) -> Tagger:
    """A network over the published encoder's weights, its heads still untrained."""
    tagger = Tagger()
    weights = {key.removeprefix("bert."): w.float() for key, w in _weights(folder).items()}
    kinds = weights["embeddings.token_type_embeddings.weight"]
    tagger.words.weight.data.copy_(weights["embeddings.word_embeddings.weight"])
    tagger.positions.weight.data.copy_(weights["embeddings.position_embeddings.weight"] + kinds[0])
    _copy(tagger.norm, weights, "embeddings.LayerNorm")
    for n, layer in enumerate(tagger.layers):
        at = f"encoder.layer.{n}"
        for end in ("weight", "bias"):
            parts = [weights[f"{at}.attention.self.{p}.{end}"] for p in ("query", "key", "value")]
            getattr(layer.qkv, end).data.copy_(torch.cat(parts))
        _copy(layer.out, weights, f"{at}.attention.output.dense")
        _copy(layer.norm1, weights, f"{at}.attention.output.LayerNorm")
        _copy(layer.inner, weights, f"{at}.intermediate.dense")
        _copy(layer.outer, weights, f"{at}.output.dense")
        _copy(layer.norm2, weights, f"{at}.output.LayerNorm")
    tagger.words.weight.requires_grad_(requires_grad=False)
    return tagger


def _weights(folder: Path) -> dict[str, Any]:
    return dict(load_file(folder / "model.safetensors"))


def _copy(part: Any, weights: dict[str, Any], name: str) -> None:
    part.weight.data.copy_(weights[f"{name}.weight"])
    part.bias.data.copy_(weights[f"{name}.bias"])


def _dropped(x: Tensor, training: bool) -> Tensor:
    """Dropout of whole features of a text: as good as of single values, at a tenth of the time."""
    if not training:
        return x
    kept = torch.empty(x.shape[0], 1, x.shape[2]).bernoulli_(1 - DROPOUT)
    return x * (kept / (1 - DROPOUT)).to(x.dtype)
