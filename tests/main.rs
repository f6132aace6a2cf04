//! All integration tests in one binary: it links once.

mod bin;
mod cli;
mod corpus;
mod cycles;
mod encodings;
mod facts;
mod fixtures;
mod holdout;
mod hostile;
mod letters;
mod names;
mod one_reader;
mod ordinary;
mod own_rules;
mod packed;
mod pasted;
mod pipes;
mod readme;
mod scan;
mod schema;
mod seed_expectations;
mod triage;
mod wrappings;
