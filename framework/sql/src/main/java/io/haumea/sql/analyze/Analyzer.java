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
package io.haumea.sql.analyze;

import io.haumea.sql.analyze.GroupByAnalyzer.Grouping;
import io.haumea.sql.analyze.SelectListAnalyzer.SelectList;
import io.haumea.sql.ast.Select;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.ast.WindowKind;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import io.haumea.sql.plan.WindowTime;
import io.haumea.sql.stream.StreamCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the plan of a rule. Thread-safe; keeps nothing between calls. */
public final class Analyzer {

    private static final String METADATA_KEY = "__meta";

    private final Select select;
    private final AnalysisOptions options;
    private final QueryContext context;

    private Analyzer(Select select, AnalysisOptions options, QueryContext context) {
        this.select = select;
        this.options = options;
        this.context = context;
    }

    /**
     * Analyses a statement.
     *
     * @param select the statement
     * @param options the rule's options
     * @param streams the streams that there are
     * @param functions the functions that there are; each is asked for once
     * @return the plan
     * @throws SqlException if something in it does not exist, does not fit, or can't be done
     */
    public static LogicalPlan analyze(
            Select select,
            AnalysisOptions options,
            StreamCatalog streams,
            FunctionCatalog functions) {
        FromScope from = FromScope.of(select, streams);
        checkOptions(select, options);
        Functions known = new Functions(functions);
        RowLayout counted = RowLayout.counting();
        new Analyzer(select, options, new QueryContext(from, known, counted)).plan();
        RowLayout arranged = counted.arranged();
        return new Analyzer(select, options, new QueryContext(from, known, arranged)).plan();
    }

    private static void checkOptions(Select select, AnalysisOptions options) {
        boolean plain = select.groupBy().isEmpty() && select.from().joins().isEmpty();
        if (options.sendMetaToSink() && !plain) {
            throw new SqlException(
                    "Invalid option sendMetaToSink, it can not be applied to window",
                    Position.START);
        }
        // Further windows are not looked at.
        Optional<SyntaxExpression.Window> window =
                select.groupBy().stream()
                        .filter(SyntaxExpression.Window.class::isInstance)
                        .map(SyntaxExpression.Window.class::cast)
                        .findFirst();
        if (options.time() instanceof WindowTime.Event
                && window.isPresent()
                && window.get().kind() == WindowKind.COUNTWINDOW) {
            throw new SqlException(
                    "unsupported window type 5",
                    window.get().position(),
                    "A COUNTWINDOW does not go with event time; leave the option isEventTime"
                            + " out.");
        }
    }

    private LogicalPlan plan() {
        SelectList list = new SelectListAnalyzer(context, select.items()).analyze();
        Grouping grouping = new GroupByAnalyzer(context).analyze(select.groupBy());
        boolean aggregates = !context.aggregates().calls().isEmpty() || !grouping.keys().isEmpty();
        PlanNode rows = where(joined(list, grouping));
        PlanNode results =
                new GroupPlanner(context, grouping, aggregates)
                        .plan(rows, select.having(), select.orderBy());
        PlanNode.Project root = new PlanNode.Project(results, columns(list));
        return new LogicalPlan(
                select.text(),
                context.from().all().stream().map(StreamScope::definition).toList(),
                context.layout().slots(),
                root);
    }

    /** What happens to messages of all streams until they are the rows of a window. */
    private PlanNode joined(SelectList list, Grouping grouping) {
        List<PlanNode> inputs = new ArrayList<>();
        for (StreamScope stream : context.from().all()) {
            inputs.add(messages(stream, list, grouping));
        }
        PlanNode node = inputs.size() == 1 ? inputs.get(0) : new PlanNode.Merge(inputs);
        if (grouping.window() != null) {
            node = new PlanNode.Window(node, grouping.window(), options.time());
        }
        if (context.from().joined()) {
            List<PlanNode.JoinStep> steps =
                    new JoinAnalyzer(context).analyze(select.from().joins());
            node = new PlanNode.Join(node, steps);
            node = compute(node, list);
        }
        return node;
    }

    /** What happens to the messages of one stream. */
    private PlanNode messages(StreamScope stream, SelectList list, Grouping grouping) {
        PlanNode node = new PlanNode.Scan(stream.input());
        if (!context.from().joined()) {
            node = compute(node, list);
        }
        if (options.time() instanceof WindowTime.Event) {
            node = new TimestampAnalyzer(context).analyze(stream, node);
        }
        return grouping.filters().isEmpty()
                ? node
                : new PlanNode.Filter(
                        node,
                        grouping.filters().get(stream.input()),
                        PlanNode.Filter.Clause.FILTER);
    }

    private static PlanNode compute(PlanNode node, SelectList list) {
        return list.computed().isEmpty() ? node : new PlanNode.Compute(node, list.computed());
    }

    /** WHERE comes after the window. */
    private PlanNode where(PlanNode node) {
        if (select.where() == null) {
            return node;
        }
        Expression where = ExpressionAnalyzer.analyze(context, Clause.WHERE, select.where());
        return new PlanNode.Filter(node, where, PlanNode.Filter.Clause.WHERE);
    }

    private List<OutputColumn> columns(SelectList list) {
        if (!options.sendMetaToSink()) {
            return list.columns();
        }
        List<OutputColumn> columns = new ArrayList<>(list.columns());
        Expression metadata = new Expression.MetaValue(context.layout().metadata(0), "*");
        columns.add(new OutputColumn.Value(METADATA_KEY, metadata, false));
        return columns;
    }
}
