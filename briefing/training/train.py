"""The training itself: some epochs over all corpora, a checkpoint behind each."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor
from torch.nn import functional

from briefing.training.augment import name_pool, varied
from briefing.training.batches import Batch, batches
from briefing.training.corpora import Example
from briefing.training.labels import IGNORED
from briefing.training.network import Outputs, Tagger, from_encoder

if TYPE_CHECKING:
    from tokenizers import Tokenizer

BODY_RATE, HEAD_RATE = 1.5e-4, 1e-3
WARM_UP = 0.06
"""The share of the way over which the rates rise; from there they fall to nothing."""
WEIGHTS = {
    "tags": 1.0,
    "to_cue": 0.25,
    "to_source": 0.25,
    "said": 0.25,
    "names": 0.5,
    "inner": 0.5,
}
"""How much each loss counts."""
OWN_TIMES = 3
"""How often an epoch reads each article of our own."""
UNLABELLED = 400
"""How many articles of which only names are known an epoch reads."""
HIDDEN = 0.06
"""The share of wordpieces that a reading hides, so that articles are not learnt by heart."""
_MASK = 103
"""The encoder's own wordpiece for a hidden one."""
_FIRST_WORD = 999
"""The first wordpiece that is not one of the encoder's signs."""
_REPORT = 20


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that is learnt from."""

    polnear: Sequence[Example]
    own: Sequence[Example]
    unlabelled: Sequence[Example]

    def drawn(self, random: Random) -> list[Example]:
        """The articles of one epoch, each varied at random."""
        some = random.sample(list(self.unlabelled), min(UNLABELLED, len(self.unlabelled)))
        chosen = [*self.polnear, *list(self.own) * OWN_TIMES, *some]
        pool = name_pool([*self.own, *self.unlabelled])
        return [varied(example, pool, random) for example in chosen]


def train(
    encoder: Path,
    tokenizer: "Tokenizer",
    corpus: Corpus,
    epochs: int,
    checkpoint: Path,
    seed: int = 1,
) -> Tagger:
    """Train to the end, going on from the checkpoint where there is one.

    Args:
        encoder: the folder of the published encoder.
        tokenizer: its tokenizer.
        corpus: what to learn from.
        epochs: how many in all.
        checkpoint: where the state is kept behind each epoch; a copy of each epoch's weights is
            put beside it, to be averaged.
        seed: of all that is drawn.
    """
    tagger = from_encoder(encoder)
    groups = [
        {"params": tagger.body(), "lr": BODY_RATE, "rate": BODY_RATE},
        {"params": tagger.heads(), "lr": HEAD_RATE, "rate": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    done = 0
    if checkpoint.is_file():
        state = torch.load(checkpoint, weights_only=True)
        tagger.load_state_dict(state["tagger"])
        optimizer.load_state_dict(state["optimizer"])
        done = state["epochs"]
    for epoch in range(done, epochs):
        torch.manual_seed(seed + epoch)
        _epoch(tagger, optimizer, corpus, tokenizer, epoch, epochs, seed)
        state = {"tagger": tagger.state_dict(), "optimizer": optimizer.state_dict()}
        torch.save({**state, "epochs": epoch + 1}, checkpoint)
        copy = checkpoint.with_stem(f"{checkpoint.stem}-{epoch + 1}")
        torch.save({"tagger": tagger.state_dict()}, copy)
    return tagger.eval()


def _epoch(
    tagger: Tagger,
    optimizer: torch.optim.Optimizer,
    corpus: Corpus,
    tokenizer: "Tokenizer",
    epoch: int,
    epochs: int,
    seed: int,
) -> None:
    random = Random(seed * 1000 + epoch)
    tagger.train()
    found = batches(corpus.drawn(random), tokenizer, random)
    started, pieces, sums = time.monotonic(), 0, dict.fromkeys(WEIGHTS, 0.0)
    for n, batch in enumerate(found, 1):
        _set_rates(optimizer, (epoch + n / len(found)) / epochs)
        losses = _losses(tagger, batch)
        loss = torch.stack([WEIGHTS[name] * value for name, value in losses.items()]).sum()
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*tagger.body(), *tagger.heads()], 1.0)
        optimizer.step()
        pieces += int(batch.mask.sum())
        for name, value in losses.items():
            sums[name] += value.item()
        if n % _REPORT == 0 or n == len(found):
            means = "  ".join(f"{name} {total / n:.3f}" for name, total in sums.items())
            speed = pieces / (time.monotonic() - started)
            print(
                f"epoch {epoch + 1}/{epochs} {n}/{len(found)}  {means}  {speed:.0f}/s", flush=True
            )


def _set_rates(optimizer: torch.optim.Optimizer, progress: float) -> None:
    factor = min(progress / WARM_UP, (1 - progress) / (1 - WARM_UP))
    for group in optimizer.param_groups:
        group["lr"] = group["rate"] * max(factor, 0.01)


def _losses(tagger: Tagger, batch: Batch) -> dict[str, Tensor]:
    """The mean loss of each head over the words that have a label."""
    b: Any = Batch(*(torch.from_numpy(array) for array in batch))
    with torch.autocast("cpu", torch.bfloat16):
        out = tagger(_hidden(b.ids), b.shapes, b.quoted, b.mask)
    out = Outputs(*(part.float() for part in out))
    hidden = (1 - b.mask)[:, None, :].float() * -1e4
    return {
        "tags": _cross_entropy(out.tags, b.tags),
        "to_cue": _pointer_loss(out.cue_asking, out.cue_asked, hidden, b.to_cue),
        "to_source": _pointer_loss(out.source_asking, out.source_asked, hidden, b.to_source),
        "said": _cross_entropy(out.said, b.said),
        "names": _cross_entropy(out.names, b.names),
        "inner": _cross_entropy(out.inner, b.inner),
    }


def _hidden(ids: Tensor) -> Tensor:
    """The wordpieces, some of them hidden."""
    chosen = (torch.rand(ids.shape) < HIDDEN) & (ids >= _FIRST_WORD)
    return ids.masked_fill(chosen, _MASK)


def _cross_entropy(logits: Tensor, labels: Tensor) -> Tensor:
    known = labels != IGNORED
    if not known.any():
        return logits.sum() * 0
    return functional.cross_entropy(logits[known], labels[known])


def _pointer_loss(asking: Tensor, asked: Tensor, hidden: Tensor, labels: Tensor) -> Tensor:
    known = labels != IGNORED
    if not known.any():
        return asking.sum() * 0
    logits = asking @ asked.transpose(1, 2) + hidden
    return functional.cross_entropy(logits[known], labels[known])
