/** Events as the platform makes them: no more of each than is read or required by its type. */
import type { APIGatewayProxyEventV2, SQSEvent } from "aws-lambda";

/** A request to be sent, whatever carries it. */
export interface Sent {
  readonly method?: string;
  readonly body: string | Uint8Array;
  readonly token?: string | null;
  readonly language?: string;
}

export const TOKEN = "a secret of this test";

/** The headers of a request. */
export function headersOf({ token = TOKEN, language }: Sent): Record<string, string> {
  return {
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(language !== undefined && { "accept-language": language }),
  };
}

/** A request as an HTTP API hands it over, payload format 2.0. */
export function httpEvent(sent: Sent): APIGatewayProxyEventV2 {
  const { method = "POST", body } = sent;
  const text = typeof body === "string";
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: "/",
    rawQueryString: "",
    headers: headersOf(sent),
    body: text ? body : Buffer.from(body).toString("base64"),
    isBase64Encoded: !text,
    requestContext: {
      accountId: "000000000000",
      apiId: "api",
      domainName: "localhost",
      domainPrefix: "localhost",
      http: { method, path: "/", protocol: "HTTP/1.1", sourceIp: "127.0.0.1", userAgent: "test" },
      requestId: "request",
      routeKey: "$default",
      stage: "$default",
      time: "01/Jan/2026:00:00:00 +0000",
      timeEpoch: 1_767_225_600_000,
    },
  };
}

/** A batch of messages; their ids are `m0`, `m1` and so on. */
export function queueEvent(bodies: readonly string[]): SQSEvent {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `m${index}`,
      receiptHandle: "receipt",
      body,
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "0",
        SenderId: "sender",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:local:000000000000:inputs",
      awsRegion: "local",
    })),
  };
}
