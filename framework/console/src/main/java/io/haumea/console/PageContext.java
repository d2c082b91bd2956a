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
import io.haumea.server.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.context.ServletContextHelper;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContext;

/**
 * The Haumea page's own context: its path is longer than that of Felix's console, so it goes before
 * it, and the page is a document of its own. Whoever may look is let in.
 */
@Component(service = ServletContextHelper.class)
@HttpWhiteboardContext(name = PageContext.NAME, path = "/system/console/haumea")
public final class PageContext extends ServletContextHelper {

    static final String NAME = "haumea-console";

    private final ConsoleAccess access;

    /**
     * Lets these users in.
     *
     * @param users the users
     */
    @Activate
    public PageContext(@Reference AccessService users) {
        this.access = new ConsoleAccess(users);
    }

    @Override
    public boolean handleSecurity(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        return access.admit(request, response, Role.VIEW).isPresent();
    }
}
