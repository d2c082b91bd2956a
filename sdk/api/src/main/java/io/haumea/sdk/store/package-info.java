/**
 * The service that keeps the engine's state on a disk or in a database. Implemented by plugins.
 *
 * <p>May use {@code error}, {@code data} and {@code config}.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.sdk.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
