/** Rule cases as they stand in files, and how expected and actual results compare. The floor. */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.trial.cases;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
