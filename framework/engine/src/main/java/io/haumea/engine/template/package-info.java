/**
 * Templates in the language of Go's {@code text/template}, which shape what actions send: {@link
 * io.haumea.engine.template.Template} is all that others need. Lexer and parser make a tree of
 * {@code Node}s and {@code Operand}s once; a {@code Run} walks it for each result. Knows SDK values
 * alone.
 */
@NullMarked
package io.haumea.engine.template;

import org.jspecify.annotations.NullMarked;
