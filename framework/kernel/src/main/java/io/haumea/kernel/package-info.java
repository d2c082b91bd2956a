/**
 * The kernel: boots the OSGi framework, installs {@code system/} by start level, owns the process
 * (settings, data directory, logging, exit). Depends on Felix, slf4j and logback only; nothing
 * depends on it.
 */
@NullMarked
package io.haumea.kernel;

import org.jspecify.annotations.NullMarked;
