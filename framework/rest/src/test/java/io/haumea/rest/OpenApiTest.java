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

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final FakeServer fake = new FakeServer();

    @Test
    void whenTheApiIsDescribed_thenTheDocumentNamesExactlyItsRoutes() throws Exception {
        // given
        RestApi api = new RestApi(fake.info, fake.streams, fake.rules, fake.plugins, fake.access);
        List<String> served = new ArrayList<>();
        List<String> open = new ArrayList<>();
        api.router()
                .routes()
                .forEach(
                        route -> {
                            String path = route.path().replace("...", "");
                            served.add(route.method() + " " + path);
                            if (route.need().name().equals("NOTHING")) {
                                open.add(route.method() + " " + path);
                            }
                        });

        // when
        JsonObject document = document();
        List<String> described = new ArrayList<>();
        List<String> describedOpen = new ArrayList<>();
        for (Map.Entry<String, JsonElement> path : document.getAsJsonObject("paths").entrySet()) {
            for (Map.Entry<String, JsonElement> operation :
                    path.getValue().getAsJsonObject().entrySet()) {
                String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                described.add(name);
                if (operation.getValue().getAsJsonObject().has("security")) {
                    describedOpen.add(name);
                }
            }
        }

        // then
        assertThat(described).containsExactlyInAnyOrderElementsOf(served);
        assertThat(describedOpen).containsExactlyInAnyOrderElementsOf(open);
    }

    @Test
    void whenTheDocumentIsServed_thenItCarriesTheServersVersion() throws Exception {
        assertThat(document().getAsJsonObject("info").get("version").getAsString())
                .isEqualTo("1.2.3");
    }

    private static JsonObject document() throws Exception {
        try (RestFixture rest = RestFixture.start()) {
            return JsonParser.parseString(rest.get("/openapi.json").body()).getAsJsonObject();
        }
    }
}
