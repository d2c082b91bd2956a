/**
 * The JSON format: a strict byte scanner that gives wanted columns to a row builder, and the writer
 * of results. Imports {@code text}; offers nothing but its factory.
 */
@NullMarked
package io.haumea.builtin.json;

import org.jspecify.annotations.NullMarked;
