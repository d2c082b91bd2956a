/**
 * State that a plugin keeps with the rule that uses it. Implemented by the engine, called by
 * plugins.
 *
 * <p>May use {@code error} and {@code data}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.state;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
