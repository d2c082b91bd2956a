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
package io.haumea.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.haumea.cli.RestClient.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The commands for streams. */
final class Streams {

    private static final String ERROR = "Stream command error: ";
    private static final int RULER_WIDTH = 80;

    private final Session session;

    Streams(Session session) {
        this.session = session;
    }

    int create(List<String> words, @Nullable Path file) {
        if (file == null) {
            return execute("create stream " + String.join(" ", words));
        }
        String text = TextFile.read(file, "stream");
        session.print("Creating a new stream from file " + file + ".");
        boolean whole =
                text.stripLeading().toLowerCase(Locale.ROOT).matches("(?s)create\\s+stream\\s.*");
        return execute(whole ? text : "create stream " + text);
    }

    int drop(List<String> words) {
        return execute("drop stream " + quoted(String.join(" ", words)));
    }

    int show() {
        Reply reply = session.client().get("/streams");
        if (!reply.ok()) {
            throw session.refused(reply, reply.text());
        }
        JsonArray names = Json.array(reply.body());
        StringBuilder text = new StringBuilder();
        for (JsonElement name : names) {
            text.append(text.length() == 0 ? "" : "\n").append(name.getAsString());
        }
        return session.printWithEmptyLine(
                names.isEmpty() ? "No stream definitions are found." : text.toString());
    }

    int describe(List<String> words) {
        Reply reply =
                session.client()
                        .get("/streams/" + RestClient.segments(bare(String.join(" ", words))));
        if (!reply.ok()) {
            throw session.refused(reply, ERROR + reply.message("describe stream error: "));
        }
        return session.printWithEmptyLine(text(Json.object(reply.body())));
    }

    /** Names that are topics need backticks in SQL; those of people who write them stay. */
    private static String quoted(String name) {
        return name.contains("/") && !name.contains("`") ? "`" + name + "`" : name;
    }

    private static String bare(String name) {
        boolean quoted = name.length() > 2 && name.startsWith("`") && name.endsWith("`");
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    private int execute(String sql) {
        JsonObject body = new JsonObject();
        body.addProperty("sql", sql);
        Reply reply = session.client().post("/streams", Json.compact(body));
        if (!reply.ok()) {
            throw session.refused(reply, reply.text());
        }
        return session.printWithEmptyLine(reply.text());
    }

    private static String text(JsonObject stream) {
        StringBuilder text = new StringBuilder("Fields\n");
        text.append("-".repeat(RULER_WIDTH)).append('\n');
        if (stream.get("StreamFields").isJsonArray()) {
            for (JsonElement field : stream.getAsJsonArray("StreamFields")) {
                JsonObject object = field.getAsJsonObject();
                text.append(object.get("Name").getAsString())
                        .append('\t')
                        .append(object.get("FieldType").getAsString())
                        .append('\n');
            }
        }
        Map<String, JsonElement> options = new TreeMap<>(stream.getAsJsonObject("Options").asMap());
        options.forEach(
                (key, value) ->
                        text.append('\n').append(key).append(": ").append(value.getAsString()));
        return text.toString();
    }
}
