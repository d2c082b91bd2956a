/** The actor that runs one rule, and the engine that holds them all. Uses every other package. */
@NullMarked
package io.haumea.engine.task;

import org.jspecify.annotations.NullMarked;
