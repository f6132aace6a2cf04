//! Why did that mail bounce, who has to fix it, and how?

pub mod cause;
pub mod causes;
pub mod code;
pub mod evidence;
pub mod html;
pub mod message;
pub mod phrase;
pub mod report;
pub mod returned;
pub mod rule;
pub mod rules;
pub mod table;
pub mod words;
