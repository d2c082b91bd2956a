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
package io.haumea.rest.http;

import io.haumea.server.access.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request: the first one in order whose path fits, so that fixed paths go
 * before variable ones. Immutable.
 */
public final class Router {

    private final List<Route> routes;

    /**
     * Takes the routes.
     *
     * @param routes all of them, in order
     */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** All routes, in order. */
    public List<Route> routes() {
        return routes;
    }

    /**
     * Answers a request.
     *
     * @param exchange the request
     * @param caller who sent it
     * @return the answer of its route; 404 or 405 if there is none
     * @throws RequestRefused by the route
     * @throws IOException if the client is gone
     * @throws io.haumea.server.access.AccessRefused if the caller may not use the route
     */
    public Answer answer(Exchange exchange, Caller caller) throws RequestRefused, IOException {
        String path = null;
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> variables = match(route, exchange.path(), path);
            if (variables.isEmpty()) {
                continue;
            }
            if (route.method().equals(exchange.method())) {
                route.need().check(caller);
                return route.handler().handle(new Call(exchange, variables.get(), caller));
            }
            path = route.path();
            methods.add(route.method());
        }
        return path == null
                ? Answer.notFound()
                : Answer.methodNotAllowed(String.join(", ", methods));
    }

    /** Once a path has been found, only that path's other methods count. */
    private static Optional<Map<String, String>> match(
            Route route, String given, @Nullable String found) {
        return found == null || found.equals(route.path()) ? route.match(given) : Optional.empty();
    }
}
