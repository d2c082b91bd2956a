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
package io.haumea.rest.stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.haumea.rest.http.Answer;
import io.haumea.rest.http.Call;
import io.haumea.rest.http.Json;
import io.haumea.rest.http.Json.InvalidJson;
import io.haumea.rest.http.Need;
import io.haumea.rest.http.RequestRefused;
import io.haumea.rest.http.Route;
import io.haumea.sdk.data.Schema;
import io.haumea.server.stream.StreamException;
import io.haumea.server.stream.StreamService;
import io.haumea.sql.stream.StreamDefinition;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** The paths below {@code /streams}. */
public final class StreamRoutes {

    private final StreamService streams;

    /**
     * Serves these streams.
     *
     * @param streams the streams
     */
    public StreamRoutes(StreamService streams) {
        this.streams = streams;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new Route("GET", "/streams", Need.VIEW, this::list),
                new Route("POST", "/streams", Need.EDIT, this::execute),
                new Route("GET", "/streams/{name...}", Need.VIEW, this::describe),
                new Route("DELETE", "/streams/{name...}", Need.EDIT, this::drop));
    }

    private Answer list(Call call) {
        JsonArray names = new JsonArray();
        streams.names().forEach(names::add);
        return Answer.json(names);
    }

    private Answer execute(Call call) throws RequestRefused, IOException {
        String body = call.text();
        String sql;
        try {
            sql = Json.string(Json.object(body), "sql");
        } catch (InvalidJson e) {
            return Answer.error(
                    400,
                    "Invalid body: Error decoding the statement descriptor: " + e.getMessage());
        }
        return orError("Stream command error: ", () -> Answer.text(201, streams.execute(sql)));
    }

    private Answer describe(Call call) {
        return orError(
                "describe stream error: ",
                () -> Answer.json(definition(streams.describe(call.name()))));
    }

    private Answer drop(Call call) {
        return orError(
                "delete stream error: ",
                () -> {
                    streams.drop(call.name());
                    return Answer.text(200, "Stream " + call.name() + " is dropped.");
                });
    }

    private static Answer orError(String prefix, Supplier<Answer> action) {
        try {
            return action.get();
        } catch (StreamException e) {
            return Answer.error(e.notFound() ? 404 : 400, prefix + e.getMessage());
        }
    }

    private static JsonObject definition(StreamDefinition stream) {
        JsonObject options = new JsonObject();
        stream.options().forEach(options::addProperty);
        JsonObject result = new JsonObject();
        result.addProperty("Name", stream.name());
        result.add("StreamFields", fields(stream.schema()));
        result.add("Options", options);
        return result;
    }

    private static JsonElement fields(Schema schema) {
        if (schema.schemaless()) {
            return JsonNull.INSTANCE;
        }
        JsonArray fields = new JsonArray();
        schema.fields()
                .forEach(
                        field -> {
                            JsonObject object = new JsonObject();
                            object.addProperty("FieldType", field.type().text());
                            object.addProperty("Name", field.name());
                            fields.add(object);
                        });
        return fields;
    }
}
