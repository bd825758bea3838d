package io.boto4j.local.dynamodb;

import io.boto4j.Structure;
import io.boto4j.local.dynamodb.table.Tables;
import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** DynamoDB in one world. */
public final class DynamoDbEngine implements Engine {
  private final Map<String, Function<Structure, Map<String, ?>>> operations = new LinkedHashMap<>();
  private final Tables tables;

  DynamoDbEngine(EngineContext context) {
    tables = new Tables(context);
    TableSettings settings = new TableSettings(context);
    TableOperations table = new TableOperations(tables, settings);
    operations.put("CreateTable", table::createTable);
    operations.put("DescribeTable", table::describeTable);
    operations.put("UpdateTable", table::updateTable);
    operations.put("DeleteTable", table::deleteTable);
    operations.put("ListTables", table::listTables);
    ItemOperations items = new ItemOperations(tables);
    operations.put("GetItem", items::getItem);
    operations.put("PutItem", items::putItem);
    operations.put("UpdateItem", items::updateItem);
    operations.put("DeleteItem", items::deleteItem);
    Reads reads = new Reads(tables);
    operations.put("Query", reads::query);
    operations.put("Scan", reads::scan);
    Batches batches = new Batches(tables, items);
    operations.put("BatchGetItem", batches::batchGetItem);
    operations.put("BatchWriteItem", batches::batchWriteItem);
    Tokens tokens = new Tokens(context);
    Transactions transactions = new Transactions(tables, items, tokens);
    operations.put("TransactGetItems", transactions::transactGetItems);
    operations.put("TransactWriteItems", transactions::transactWriteItems);
    Statements statements = new Statements(tables, transactions, tokens);
    operations.put("ExecuteStatement", statements::executeStatement);
    operations.put("BatchExecuteStatement", statements::batchExecuteStatement);
    operations.put("ExecuteTransaction", statements::executeTransaction);
    putSettings(new Settings(tables, context, settings));
    Policies policies = new Policies(tables, context.clock());
    operations.put("PutResourcePolicy", policies::putResourcePolicy);
    operations.put("GetResourcePolicy", policies::getResourcePolicy);
    operations.put("DeleteResourcePolicy", policies::deleteResourcePolicy);
    putBackups(new BackupOperations(tables, settings, context));
    Exports exports = new Exports(tables, settings, context);
    operations.put("ExportTableToPointInTime", exports::exportTableToPointInTime);
    operations.put("DescribeExport", exports::describeExport);
    operations.put("ListExports", exports::listExports);
    Imports imports = new Imports(tables, settings, table, items, context);
    operations.put("ImportTable", imports::importTable);
    operations.put("DescribeImport", imports::describeImport);
    operations.put("ListImports", imports::listImports);
  }

  private void putSettings(Settings settings) {
    operations.put("TagResource", settings::tagResource);
    operations.put("UntagResource", settings::untagResource);
    operations.put("ListTagsOfResource", settings::listTagsOfResource);
    operations.put("UpdateTimeToLive", settings::updateTimeToLive);
    operations.put("DescribeTimeToLive", settings::describeTimeToLive);
    operations.put("UpdateContributorInsights", settings::updateContributorInsights);
    operations.put("DescribeContributorInsights", settings::describeContributorInsights);
    operations.put("ListContributorInsights", settings::listContributorInsights);
    operations.put("DescribeLimits", settings::describeLimits);
    operations.put("DescribeEndpoints", settings::describeEndpoints);
  }

  private void putBackups(BackupOperations backups) {
    operations.put("CreateBackup", backups::createBackup);
    operations.put("DescribeBackup", backups::describeBackup);
    operations.put("DeleteBackup", backups::deleteBackup);
    operations.put("ListBackups", backups::listBackups);
    operations.put("RestoreTableFromBackup", backups::restoreTableFromBackup);
    operations.put("RestoreTableToPointInTime", backups::restoreTableToPointInTime);
    operations.put("UpdateContinuousBackups", backups::updateContinuousBackups);
    operations.put("DescribeContinuousBackups", backups::describeContinuousBackups);
  }

  @Override
  public Set<String> operations() {
    return operations.keySet();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Function<Structure, Map<String, ?>> operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalArgumentException("not emulated: " + call.operation());
    }
    return operation.apply(call.input());
  }

  /**
   * Returns the tables, whose streams another engine reads.
   *
   * @return the tables
   */
  public Tables tables() {
    return tables;
  }
}
