package io.boto4j.local.sqs;

import io.boto4j.local.engine.Engine;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.engine.EngineContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** SQS: every operation of the service. */
final class SqsEngine implements Engine {
  private interface Operation {
    Map<String, ?> run(EngineCall call);
  }

  private final Queues queues;
  private final SharedQueues shared;
  private final Map<String, Operation> operations = new LinkedHashMap<>();

  SqsEngine(EngineContext context) {
    this.queues = new Queues(context);
    this.shared = new SharedQueues(queues);
    QueueOperations queue = new QueueOperations(queues);
    operations.put("CreateQueue", queue::createQueue);
    operations.put("DeleteQueue", queue::deleteQueue);
    operations.put("GetQueueUrl", queue::getQueueUrl);
    operations.put("ListQueues", queue::listQueues);
    operations.put("ListDeadLetterSourceQueues", queue::listDeadLetterSourceQueues);
    operations.put("GetQueueAttributes", queue::getQueueAttributes);
    operations.put("SetQueueAttributes", queue::setQueueAttributes);
    operations.put("PurgeQueue", queue::purgeQueue);
    operations.put("TagQueue", queue::tagQueue);
    operations.put("UntagQueue", queue::untagQueue);
    operations.put("ListQueueTags", queue::listQueueTags);
    Permissions permissions = new Permissions(queues);
    operations.put("AddPermission", permissions::add);
    operations.put("RemovePermission", permissions::remove);
    Sending sending = new Sending(queues);
    operations.put("SendMessage", sending::send);
    operations.put("SendMessageBatch", sending::sendBatch);
    operations.put("ReceiveMessage", new Receiving(queues)::receive);
    Visibility visibility = new Visibility(queues);
    operations.put("ChangeMessageVisibility", visibility::change);
    operations.put("ChangeMessageVisibilityBatch", visibility::changeBatch);
    operations.put("DeleteMessage", visibility::delete);
    operations.put("DeleteMessageBatch", visibility::deleteBatch);
    MoveTasks moves = new MoveTasks(queues);
    operations.put("StartMessageMoveTask", moves::start);
    operations.put("ListMessageMoveTasks", moves::list);
    operations.put("CancelMessageMoveTask", moves::cancel);
  }

  @Override
  public Set<String> operations() {
    return operations.keySet();
  }

  @Override
  public Map<String, ?> call(EngineCall call) {
    Operation operation = operations.get(call.operation());
    if (operation == null) {
      throw new IllegalArgumentException("Not emulated: " + call.operation());
    }
    Engine owner = shared.owner(call);
    return owner == null ? operation.run(call) : owner.call(call);
  }

  /** Whether another account may make a call to a queue of this account. */
  boolean admits(EngineCall call, String queue) {
    return shared.admits(call, queue);
  }

  /** Ends long polls. */
  @Override
  public void close() {
    queues.close();
  }
}
