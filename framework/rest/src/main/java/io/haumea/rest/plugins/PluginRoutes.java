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
package io.haumea.rest.plugins;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.Call;
import io.haumea.rest.http.LimitedBody;
import io.haumea.rest.http.Need;
import io.haumea.rest.http.RequestRefused;
import io.haumea.rest.http.Route;
import io.haumea.server.plugins.PluginException;
import io.haumea.server.plugins.PluginInfo;
import io.haumea.server.plugins.PluginInfo.OfferedType;
import io.haumea.server.plugins.PluginService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The paths below {@code /plugins}: the jars, and for clients of the reference what they offer by
 * kind. A plugin whose name is one of the three kinds is reached by its kind only.
 */
public final class PluginRoutes {

    /** The most a plugin's jar may hold, in bytes. */
    static final long MAX_JAR_BYTES = 256L * 1024 * 1024;

    private static final List<String> KINDS = List.of("source", "sink", "function");
    private static final Set<String> JAR_TYPES =
            Set.of(
                    "application/java-archive",
                    "application/x-java-archive",
                    "application/octet-stream");

    private final PluginService plugins;

    /**
     * Serves these plugins.
     *
     * @param plugins the plugins
     */
    public PluginRoutes(PluginService plugins) {
        this.plugins = plugins;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String kind : KINDS) {
            String path = "/plugins/" + kind + "s";
            routes.add(new Route("GET", path, Need.LOGGED_IN_VIEW, call -> types(kind)));
            routes.add(
                    new Route(
                            "GET",
                            path + "/{name}",
                            Need.LOGGED_IN_VIEW,
                            call -> type(kind, call.name())));
        }
        routes.add(new Route("GET", "/plugins", Need.LOGGED_IN_VIEW, this::list));
        routes.add(new Route("POST", "/plugins", Need.ADMIN, this::install));
        routes.add(new Route("GET", "/plugins/{name}", Need.LOGGED_IN_VIEW, this::describe));
        routes.add(new Route("DELETE", "/plugins/{name}", Need.ADMIN, this::remove));
        return routes;
    }

    private Answer types(String kind) {
        JsonArray names = new JsonArray();
        plugins.types(kind).forEach(names::add);
        return Answer.json(names);
    }

    private Answer type(String kind, String name) {
        OfferedType wanted = new OfferedType(kind, name);
        Optional<PluginInfo> owner =
                plugins.list().stream()
                        .filter(plugin -> plugin.state() == PluginInfo.State.ACTIVE)
                        .filter(plugin -> plugin.types().contains(wanted))
                        .findFirst();
        if (owner.isEmpty() && !plugins.types(kind).contains(name)) {
            return Answer.error(404, "describe " + kind + "s plugin " + name + " error: not found");
        }
        JsonObject result = new JsonObject();
        result.addProperty("name", name);
        result.addProperty("version", owner.map(PluginInfo::version).orElse(""));
        return Answer.json(result);
    }

    private Answer list(Call call) {
        JsonArray list = new JsonArray();
        plugins.list().forEach(plugin -> list.add(json(plugin)));
        return Answer.json(list);
    }

    private Answer describe(Call call) {
        return plugins.find(call.name())
                .map(plugin -> Answer.json(json(plugin)))
                .orElseGet(
                        () ->
                                Answer.error(
                                        404,
                                        "describe plugin error: Plugin "
                                                + call.name()
                                                + " is not found."));
    }

    private Answer install(Call call) throws RequestRefused, IOException {
        String file =
                call.exchange()
                        .parameter("name")
                        .filter(name -> !name.isBlank())
                        .orElseThrow(
                                () ->
                                        new RequestRefused(
                                                400,
                                                "install plugin error: the file name is missing;"
                                                        + " give it as ?name=FILE.jar"));
        checkIsJar(call);
        try (LimitedBody jar = new LimitedBody(call.exchange().body(), MAX_JAR_BYTES, false)) {
            return install(file, jar);
        }
    }

    private Answer install(String file, LimitedBody jar) throws RequestRefused {
        PluginInfo plugin;
        try {
            plugin = plugins.install(file, jar);
        } catch (PluginException e) {
            jar.check();
            return Answer.error(400, "install plugin error: " + e.getMessage());
        }
        return plugin.refusalText()
                .map(refusal -> Answer.error(400, "install plugin error: " + refusal))
                .orElseGet(
                        () ->
                                Answer.text(
                                        201,
                                        "Plugin "
                                                + plugin.name()
                                                + " "
                                                + plugin.version()
                                                + " is installed."));
    }

    /** A form of a foreign page can't send these types, and nobody installs a page by mistake. */
    private static void checkIsJar(Call call) throws RequestRefused {
        String type = call.exchange().header("Content-Type").orElse("");
        int end = type.indexOf(';');
        String bare = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        if (!JAR_TYPES.contains(bare)) {
            throw new RequestRefused(
                    415,
                    "install plugin error: the body must be the jar itself, with Content-Type"
                            + " application/java-archive or application/octet-stream");
        }
    }

    private Answer remove(Call call) {
        try {
            plugins.remove(call.name());
            return Answer.text(200, "Plugin " + call.name() + " is removed.");
        } catch (PluginException e) {
            return Answer.error(e.notFound() ? 404 : 400, "delete plugin error: " + e.getMessage());
        }
    }

    private static JsonObject json(PluginInfo plugin) {
        JsonArray types = new JsonArray();
        for (OfferedType type : plugin.types()) {
            JsonObject object = new JsonObject();
            object.addProperty("kind", type.kind());
            object.addProperty("name", type.name());
            types.add(object);
        }
        JsonArray rules = new JsonArray();
        plugin.rules().forEach(rules::add);
        JsonObject result = new JsonObject();
        result.addProperty("name", plugin.name());
        result.addProperty("version", plugin.version());
        result.addProperty("state", plugin.state().name().toLowerCase(Locale.ROOT));
        result.add("types", types);
        result.add("rules", rules);
        result.addProperty("refusal", plugin.refusal());
        result.addProperty("file", plugin.file());
        result.addProperty("sha256", plugin.sha256());
        return result;
    }
}
