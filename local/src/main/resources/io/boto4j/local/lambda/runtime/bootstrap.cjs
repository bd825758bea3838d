// The loop of a Node.js function: asks the Runtime API for events, and posts results.
'use strict';

const fs = require('fs');
const http = require('http');
const path = require('path');
const { pathToFileURL } = require('url');
const util = require('util');

const PREFIX = '/2018-06-01/runtime/';
const END = '\u0001boto4j-local-end';
const [HOST, PORT] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const TASK = process.env.LAMBDA_TASK_ROOT;
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

let requestId = 'undefined';

function write(text) {
  fs.writeSync(1, text.replace(/\n/g, '\r') + '\n');
}

for (const [name, level] of Object.entries({
  log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR', debug: 'DEBUG', trace: 'TRACE',
})) {
  console[name] = (...args) =>
    write(`${new Date().toISOString()}\t${requestId}\t${level}\t${util.format(...args)}`);
}

function call(method, where, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    if (body !== undefined) {
      headers['Content-Length'] = Buffer.byteLength(body);
    }
    const request = http.request(
      { host: HOST, port: PORT, path: PREFIX + where, method, headers, agent },
      (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }));
      });
    request.on('error', reject);
    request.end(body);
  });
}

function failure(type, message) {
  const error = new Error(message);
  error.name = type;
  return error;
}

async function load(file) {
  for (const extension of ['', '.js', '.cjs']) {
    const candidate = file + extension;
    if (fs.existsSync(candidate) && fs.statSync(candidate).isFile()) {
      try {
        return require(candidate);
      } catch (error) {
        if (error.code !== 'ERR_REQUIRE_ESM' && !(error instanceof SyntaxError)) {
          throw error;
        }
        return await import(pathToFileURL(candidate).href);
      }
    }
  }
  if (fs.existsSync(file + '.mjs')) {
    return await import(pathToFileURL(file + '.mjs').href);
  }
  throw failure('Runtime.ImportModuleError', `Error: Cannot find module '${path.basename(file)}'`);
}

async function findHandler() {
  const name = process.env._HANDLER || '';
  const match = /^((?:.*\/)?)([^.]+)\.(.+)$/.exec(name);
  if (!match) {
    throw failure('Runtime.MalformedHandlerName', 'Bad handler');
  }
  const module = await load(path.resolve(TASK, match[1], match[2]));
  let found = module;
  for (const part of match[3].split('.')) {
    found = found && (found[part] !== undefined ? found[part]
      : found.default && found.default[part]);
  }
  if (!found) {
    throw failure('Runtime.HandlerNotFound', `${name} is undefined or not exported`);
  }
  if (typeof found !== 'function') {
    throw failure('Runtime.HandlerNotFound', `${name} is not a function`);
  }
  return found;
}

function describe(error) {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  return {
    errorType: error.name,
    errorMessage: error.message,
    trace: String(error.stack).split('\n'),
  };
}

function invoke(handler, event, headers) {
  const deadline = Number(headers['lambda-runtime-deadline-ms']);
  const client = headers['lambda-runtime-client-context'];
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error ? reject(error) : resolve(result));
    const context = {
      callbackWaitsForEmptyEventLoop: true,
      functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
      functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
      memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
      logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
      logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
      invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
      awsRequestId: requestId,
      clientContext: client ? JSON.parse(client) : undefined,
      getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
      done: callback,
      succeed: (result) => resolve(result),
      fail: (error) => reject(error),
    };
    const result = handler(event, context, callback);
    if (result && typeof result.then === 'function') {
      result.then(resolve, reject);
    } else if (handler.length < 3 && result !== undefined) {
      resolve(result);
    } else if (handler.length < 2) {
      resolve(result);
    }
  });
}

async function run(handler) {
  const next = await call('GET', 'invocation/next');
  if (next.status !== 200) {
    process.exit(0);
  }
  requestId = next.headers['lambda-runtime-aws-request-id'];
  let where = 'response';
  let body;
  try {
    const result = await invoke(handler, JSON.parse(next.body), next.headers);
    body = JSON.stringify(result === undefined ? null : result);
  } catch (error) {
    const failed = describe(error);
    console.error('Invoke Error \t' + JSON.stringify({ ...failed, stack: failed.trace, trace: undefined }));
    where = 'error';
    body = JSON.stringify(failed);
  }
  write(END);
  await call('POST', `invocation/${requestId}/${where}`, body);
}

async function main() {
  let handler;
  try {
    handler = await findHandler();
  } catch (error) {
    const failed = describe(error);
    console.error('Uncaught Exception \t' + JSON.stringify({ ...failed, stack: failed.trace, trace: undefined }));
    write(END);
    await call('POST', 'init/error', JSON.stringify(failed));
    process.exit(1);
  }
  for (;;) {
    await run(handler);
  }
}

main();
