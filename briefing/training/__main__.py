"""``python -m briefing.training VERB``: names, silver, train, export, fit; each has its --help."""

import argparse
import sys
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent.parent / "reading" / "weights"


def main(arguments: list[str]) -> int:
    """Run one step."""
    options = _parser().parse_args(arguments)
    steps = {"names": _names, "silver": _silver, "train": _train, "export": _export, "fit": _fit}
    steps[options.verb](options)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m briefing.training", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    names = verbs.add_parser("names", help="find names by agreement of two teachers")
    names.add_argument("texts", type=Path, nargs="+", help="JSON Lines with id and text")
    names.add_argument("--out", type=Path, default=Path("names.jsonl"))
    silver = verbs.add_parser("silver", help="write what the shipped tagger makes of texts")
    silver.add_argument("--polnear", type=Path, help="polnear_train.jsonl: inside its quotes")
    silver.add_argument("--unlabelled", type=Path, help="JSON Lines with id and text: all of it")
    silver.add_argument("--out", type=Path, default=Path("silver.jsonl"))
    train = verbs.add_parser("train", help="train the tagger, or go on from its checkpoint")
    train.add_argument("--encoder", type=Path, required=True, help="folder of the base encoder")
    train.add_argument("--polnear", type=Path, required=True, help="polnear_train.jsonl")
    train.add_argument("--cues", type=Path, help="cues labelled by hand")
    train.add_argument("--own", type=Path, default=Path("tests/annotated"), help="our own articles")
    train.add_argument("--names", type=Path, nargs="*", default=[], help="what `names` wrote")
    train.add_argument("--silver", type=Path, nargs="*", default=[], help="what `silver` wrote")
    train.add_argument("--unlabelled", type=Path, help="articles that nobody annotated")
    train.add_argument("--epochs", type=int, default=8)
    train.add_argument("--checkpoint", type=Path, default=Path("checkpoint.pt"))
    export = verbs.add_parser("export", help="write the weights that ship out of a checkpoint")
    export.add_argument("--encoder", type=Path, required=True)
    export.add_argument("--own", type=Path, default=Path("tests/annotated"), help="sample articles")
    export.add_argument(
        "--checkpoints", type=Path, nargs="+", required=True, help="one, or several to be averaged"
    )
    fit = verbs.add_parser("fit", help="fit grouping and probabilities to the held-out fold")
    fit.add_argument("--polnear", type=Path, required=True)
    fit.add_argument("--cues", type=Path)
    return parser


def _names(options: argparse.Namespace) -> None:
    from briefing.training.teacher import teach

    teach(options.texts, options.out)


def _silver(options: argparse.Namespace) -> None:
    from briefing.training.silver import teach

    teach(options.polnear, options.unlabelled, options.out)


def _export(options: argparse.Namespace) -> None:
    from briefing.training import annotated, corpora
    from briefing.training.batches import batches
    from briefing.training.export import averaged, export
    from briefing.training.network import from_encoder

    tagger = from_encoder(options.encoder)
    tagger.load_state_dict(averaged(options.checkpoints))
    own = corpora.own(annotated.load(options.own, "train"), {})
    samples = batches(own, _tokenizer(options.encoder), Random(1))
    export(tagger, WEIGHTS / "tagger.int8.onnx", samples)


def _fit(options: argparse.Namespace) -> None:
    from briefing.reading.tagging import engine
    from briefing.training import corpora
    from briefing.training.fit import fit, write

    cues = corpora.cue_labels(options.cues) if options.cues else {}
    _, fold = corpora.split_fold(corpora.polnear(options.polnear, cues, {}, {}))
    settings = fit([example.article for example in fold], engine().settings)
    write(settings, WEIGHTS / "settings.json")


def _train(options: argparse.Namespace) -> None:
    from briefing.training import annotated, corpora
    from briefing.training.train import Corpus, train

    names = {k: v for path in options.names for k, v in corpora.names_of(path).items()}
    silver = {k: v for path in options.silver for k, v in corpora.silver_of(path).items()}
    cues = corpora.cue_labels(options.cues) if options.cues else {}
    kept, _ = corpora.split_fold(corpora.polnear(options.polnear, cues, names, silver))
    own = corpora.own(annotated.load(options.own, "train"), names)
    rest = corpora.unlabelled(options.unlabelled, names, silver) if options.unlabelled else []
    tokenizer = _tokenizer(options.encoder)
    corpus = Corpus(kept, own, rest)
    print(
        f"{len(kept)} articles of PolNeAR, {len(own)} of our own, {len(rest)} that nobody annotated"
    )
    train(options.encoder, tokenizer, corpus, options.epochs, options.checkpoint)


def _tokenizer(encoder: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
