/**
 * What templates write: values, numbers and quoted texts in Go's forms, and the functions that
 * print and escape. The floor of {@code template}, which alone uses it.
 */
@NullMarked
package io.haumea.engine.template.text;

import org.jspecify.annotations.NullMarked;
