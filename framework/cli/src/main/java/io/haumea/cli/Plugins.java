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
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The commands for plugins; with a type they answer as the reference does. */
final class Plugins {

    private static final List<String> TYPES = List.of("source", "sink", "function");
    private static final List<String> HEADINGS =
            List.of("NAME", "VERSION", "STATE", "TYPES", "REFUSAL");

    private final Session session;

    Plugins(Session session) {
        this.session = session;
    }

    int show(List<String> words) {
        if (words.isEmpty()) {
            return showAll();
        }
        if (words.size() != 1) {
            throw Session.usage("Expect plugin type.");
        }
        Reply reply = session.client().get("/plugins/" + type(words.get(0)));
        if (!reply.ok()) {
            throw session.refused(reply, "Show plugin error: " + reply.text());
        }
        String names =
                Json.array(reply.body()).asList().stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining("\n"));
        return session.print(names.isEmpty() ? "No plugin is found." : names);
    }

    private int showAll() {
        Reply reply = session.client().get("/plugins");
        if (!reply.ok()) {
            throw session.refused(reply, "Show plugin error: " + reply.text());
        }
        JsonArray plugins = Json.array(reply.body());
        if (plugins.isEmpty()) {
            return session.print("No plugin is found.");
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        plugins.forEach(plugin -> rows.add(row(plugin.getAsJsonObject())));
        return session.print(Table.text(rows));
    }

    private static List<String> row(JsonObject plugin) {
        String types =
                plugin.getAsJsonArray("types").asList().stream()
                        .map(JsonElement::getAsJsonObject)
                        .map(type -> text(type, "kind") + " " + text(type, "name"))
                        .collect(Collectors.joining(", "));
        return List.of(
                text(plugin, "name"),
                text(plugin, "version"),
                text(plugin, "state"),
                types,
                text(plugin, "refusal"));
    }

    private static String text(JsonObject object, String member) {
        JsonElement value = object.get(member);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }

    int describe(List<String> words) {
        if (words.isEmpty() || words.size() > 2) {
            throw Session.usage("Expect plugin type and name.");
        }
        String path =
                words.size() == 1
                        ? RestClient.segment(words.get(0))
                        : type(words.get(0)) + "/" + RestClient.segment(words.get(1));
        Reply reply = session.client().get("/plugins/" + path);
        if (!reply.ok()) {
            throw session.refused(
                    reply,
                    "Describe plugin error: "
                            + (words.size() == 1
                                    ? reply.message("describe plugin error: ")
                                    : "not found"));
        }
        return session.print(Json.indented(Json.object(reply.body())));
    }

    int install(List<String> words) {
        if (words.size() != 1) {
            throw Session.usage("Expect the plugin's jar file.");
        }
        Path file = Path.of(words.get(0));
        Path name = file.getFileName();
        if (name == null || !Files.isRegularFile(file)) {
            throw Session.usage("There is no file " + file + ".");
        }
        Reply reply;
        try {
            reply =
                    session.client()
                            .upload("/plugins?name=" + RestClient.segment(name.toString()), file);
        } catch (FileNotFoundException e) {
            throw Session.usage("The file " + file + " can't be read.");
        }
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Install plugin error: " + reply.message("install plugin error: "));
        }
        return session.print(reply.text());
    }

    int drop(List<String> words) {
        if (words.size() != 1) {
            throw Session.usage("Expect plugin name.");
        }
        Reply reply = session.client().delete("/plugins/" + RestClient.segment(words.get(0)));
        if (!reply.ok()) {
            throw session.refused(
                    reply, "Drop plugin error: " + reply.message("delete plugin error: "));
        }
        return session.print(reply.text());
    }

    private static String type(String word) {
        if (!TYPES.contains(word)) {
            throw Session.usage(
                    "Invalid plugin type "
                            + word
                            + ", should be \"source\", \"sink\" or \"function\".\n");
        }
        return word + "s";
    }
}
