/**
 * Who may do what: users, roles, passwords, sessions and tokens. The public types are the port to
 * the surfaces.
 */
@Export
@Version("0.1.0")
@NullMarked
package io.haumea.server.access;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
