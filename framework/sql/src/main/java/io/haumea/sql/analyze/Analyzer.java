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
import io.haumea.sql.ast.SortItem;
import io.haumea.sql.ast.SyntaxExpression;
import io.haumea.sql.error.Position;
import io.haumea.sql.error.SqlException;
import io.haumea.sql.function.FunctionCatalog;
import io.haumea.sql.plan.Expression;
import io.haumea.sql.plan.LogicalPlan;
import io.haumea.sql.plan.PlanNode;
import io.haumea.sql.plan.PlanNode.OutputColumn;
import io.haumea.sql.stream.StreamCatalog;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        StreamScope stream = StreamScope.of(select, streams);
        checkOptions(select, options, stream);
        Functions known = new Functions(functions);
        RowLayout counted = RowLayout.counting();
        new Analyzer(select, options, new QueryContext(stream, known, counted)).plan();
        RowLayout arranged = counted.arranged();
        return new Analyzer(select, options, new QueryContext(stream, known, arranged)).plan();
    }

    private static void checkOptions(Select select, AnalysisOptions options, StreamScope stream) {
        if (options.eventTime()) {
            if (stream.definition().option("TIMESTAMP").isEmpty()) {
                throw new SqlException(
                        "preprocessor is set to be event time but stream option TIMESTAMP not"
                                + " found",
                        stream.reference().position());
            }
            throw Unsupported.eventTime();
        }
        if (options.sendMetaToSink() && !select.groupBy().isEmpty()) {
            throw new SqlException(
                    "Invalid option sendMetaToSink, it can not be applied to window",
                    Position.START);
        }
    }

    private LogicalPlan plan() {
        SelectList list = new SelectListAnalyzer(context, select.items()).analyze();
        Grouping grouping = new GroupByAnalyzer(context).analyze(select.groupBy());
        boolean aggregates = !context.aggregates().calls().isEmpty() || !grouping.keys().isEmpty();
        PlanNode rows = rows(list, grouping);
        Expression having = having(aggregates);
        PlanNode groups =
                aggregates
                        ? new PlanNode.Aggregate(
                                rows, grouping.keys(), context.aggregates().calls())
                        : rows;
        PlanNode kept = having == null ? groups : new PlanNode.Having(groups, having);
        PlanNode.Project root = new PlanNode.Project(order(kept, grouping), columns(list));
        return new LogicalPlan(
                select.text(),
                List.of(context.stream().definition()),
                context.layout().slots(),
                root);
    }

    /** What happens to rows before they are grouped: WHERE comes after the window. */
    private PlanNode rows(SelectList list, Grouping grouping) {
        PlanNode node = new PlanNode.Scan(0);
        if (!list.computed().isEmpty()) {
            node = new PlanNode.Compute(node, list.computed());
        }
        if (grouping.filter() != null) {
            node = new PlanNode.Filter(node, grouping.filter(), PlanNode.Filter.Clause.FILTER);
        }
        if (grouping.window() != null) {
            node = new PlanNode.Window(node, grouping.window());
        }
        if (select.where() != null) {
            Expression where = ExpressionAnalyzer.analyze(context, Clause.WHERE, select.where());
            node = new PlanNode.Filter(node, where, PlanNode.Filter.Clause.WHERE);
        }
        return node;
    }

    private @Nullable Expression having(boolean aggregates) {
        SyntaxExpression written = select.having();
        if (written == null) {
            return null;
        }
        Expression condition = ExpressionAnalyzer.analyze(context, Clause.HAVING, written);
        if (!aggregates && !context.aggregates().calls().isEmpty()) {
            // Its value is about the whole window, while the rows go on one by one.
            throw Unsupported.havingOverRows(written.position());
        }
        return condition;
    }

    /** Sorts what a window gives; a single message has no order, but its names are checked. */
    private PlanNode order(PlanNode node, Grouping grouping) {
        List<PlanNode.SortKey> keys = new ArrayList<>();
        for (SortItem item : select.orderBy()) {
            Expression value = ExpressionAnalyzer.analyze(context, Clause.ORDER_BY, item.column());
            keys.add(new PlanNode.SortKey(value, item.descending()));
        }
        return keys.isEmpty() || grouping.window() == null ? node : new PlanNode.Order(node, keys);
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
