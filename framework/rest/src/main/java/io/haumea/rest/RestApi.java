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
package io.haumea.rest;

import com.google.gson.JsonObject;
import io.haumea.rest.access.LoginRoutes;
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.Call;
import io.haumea.rest.http.Json;
import io.haumea.rest.http.Need;
import io.haumea.rest.http.Route;
import io.haumea.rest.http.Router;
import io.haumea.rest.plugins.PluginRoutes;
import io.haumea.rest.rule.RuleRoutes;
import io.haumea.rest.stream.StreamRoutes;
import io.haumea.server.access.AccessService;
import io.haumea.server.info.ServerInfo;
import io.haumea.server.plugins.PluginService;
import io.haumea.server.rule.RuleService;
import io.haumea.server.stream.StreamService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All routes of the API. */
final class RestApi {

    private final ServerInfo info;
    private final Router router;
    private final String description;

    RestApi(
            ServerInfo info,
            StreamService streams,
            RuleService rules,
            PluginService plugins,
            AccessService access) {
        this.info = info;
        this.description = description(info.version());
        List<Route> routes = new ArrayList<>();
        routes.add(new Route("GET", "/", Need.NOTHING, this::root));
        routes.add(new Route("POST", "/", Need.NOTHING, this::root));
        routes.add(
                new Route("GET", "/openapi.json", Need.NOTHING, call -> Answer.json(description)));
        routes.addAll(new StreamRoutes(streams).routes());
        routes.addAll(new RuleRoutes(rules, ZoneId.systemDefault()).routes());
        routes.addAll(new PluginRoutes(plugins).routes());
        routes.addAll(new LoginRoutes(access).routes());
        router = new Router(routes);
    }

    Router router() {
        return router;
    }

    /** Whether a request for this path can be answered now. */
    boolean ready(String path) {
        return path.equals("/") || info.ready();
    }

    private Answer root(Call call) {
        JsonObject root = new JsonObject();
        root.addProperty("version", info.compatibleVersion());
        root.addProperty("os", info.os());
        root.addProperty("upTimeSeconds", info.upTimeSeconds());
        return Answer.text(200, Json.text(root));
    }

    private static String description(String version) {
        try (InputStream in = RestApi.class.getResourceAsStream("openapi.json")) {
            String text =
                    new String(
                            Objects.requireNonNull(in, "openapi.json is packed with us")
                                    .readAllBytes(),
                            StandardCharsets.UTF_8);
            JsonObject document = Json.object(text);
            document.getAsJsonObject("info").addProperty("version", version);
            return Json.text(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Json.InvalidJson e) {
            throw new IllegalStateException("openapi.json is not valid", e);
        }
    }
}
