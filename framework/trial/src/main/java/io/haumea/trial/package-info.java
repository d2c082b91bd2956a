/**
 * Rule tests: runs rule cases and tells what is not as expected. The roof of the module: uses
 * {@code run} and {@code cases}, used by none of them.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.trial;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
