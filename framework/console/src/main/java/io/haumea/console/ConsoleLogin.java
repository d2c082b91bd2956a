/*
 * Copyright 2026 the Haumea project
 *
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except
 * in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License
 * is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express
 * or implied. See the License for the specific language governing permissions and limitations under
 * the License.
 */
package io.haumea.console;

import io.haumea.server.access.AccessService;
import io.haumea.server.access.Identity;
import io.haumea.server.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.felix.webconsole.spi.SecurityProvider;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The login of Felix's own pages: administrators only. The console waits for the provider of this
 * name ({@code felix.webconsole.security.providers}), so it is never open without it.
 */
@Component(service = SecurityProvider.class, property = SecurityProvider.PROPERTY_ID + "=haumea")
public final class ConsoleLogin implements SecurityProvider {

    private final ConsoleAccess access;

    /**
     * Lets these users in.
     *
     * @param users the users
     */
    @Activate
    public ConsoleLogin(@Reference AccessService users) {
        this.access = new ConsoleAccess(users);
    }

    @Override
    public @Nullable Object authenticate(HttpServletRequest request, HttpServletResponse response) {
        try {
            return access.admit(request, response, Role.ADMIN).orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }

    @Override
    public boolean authorize(Object user, String role) {
        return user instanceof Identity identity && identity.may(Role.ADMIN);
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        try {
            access.logout(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException("the client is gone", e);
        }
    }
}
