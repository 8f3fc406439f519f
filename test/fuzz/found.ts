// Inputs that once showed a fault, each as small as it could be made; what was wrong with each is said beside it.
export interface Once {
  readonly target: string;
  readonly was: string;
  readonly input: string;
  /** Where the bytes are no text. */
  readonly encoding?: 'base64';
}

export const once: readonly Once[] = [
  {
    target: 'events',
    was: 'a table without heads was refused with “found ” and nothing after it',
    input: '{}\n1',
  },
  {
    target: 'pathsimr',
    was: 'a period after one without an end was told to begin at Infinity',
    input:
      '{}\n,B,serv_dist,serv_dist_param,ext_queue,int_queue,,\nB,,g====\nmetric,node,start,end,value\next_arr,B\next_arr,B,0',
  },
  {
    target: 'pathsimr',
    was: 'a period after one whose end cannot be read was told to begin at NaN',
    input:
      '{}\n,B,serv_dist,serv_dist_param,ext_queue,int_queue,,\nB,0,====\nmetric,node,start,end,value\ncap,B,,Tnf\ncap,B,0',
  },
  {
    target: 'sheets',
    was: 'a sheet whose name nobody can see was named by it',
    input: '[["\ufeff"]]',
  },
  {
    target: 'workbook',
    was: 'a workbook without its parts was refused in the words of a program',
    input:
      'UEsDBBQAAAAAACwAgV34tJTpYwAAAGMAAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHM8UmVsYXRpb25zaGlwIFR5cGU9Imh0dHA6Ly9zY2hlbWFzLm9wZW54bWxmb3JtYXRzLm9yZy9vZmZpY2VEb2N1bWVudC8yMDA2L3JlbGF0aW9uc2hpcHMvd29ya3NoZWV0Ij5QSwMEFAAAAAAALACBXWfgEr9eAAAAXgAAAA8AAAB4bC93b3JrYm9vay54bWxlZXRzPjxzaGVldCByOmlkPSJySWQxIiBzaGVldElkPSIxIiBuYW1lPSJTdGF5cyIvPjwvc2hlZXRzPjxkZWZpbmVkTmFtZXMvPjxjYWxjUHIvPjwvd29ya2Jvb2s+UEsBAhQAFAAAAAAALACBXfi0lOljAAAAYwAAABoAAAAAAAAAAAAAAAAAAAAAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQAFAAAAAAALACBXWfgEr9eAAAAXgAAAA8AAAAAAAAAAAAAAAAAmwAAAHhsL3dvcmtib29rLnhtbFBLBQYAAAAAAgACAIUAAAAmAQAAAAA=',
    encoding: 'base64',
  },
  {
    target: 'workbook',
    was: 'a workbook without sheets was refused in the words of a program',
    input:
      'UEsDBBQAAAAAAC0AgV1rc4ddHwAAAB8AAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHM8UmVsYXRpb25zaGlwcz48L1JlbGF0aW9uc2hpcHM+UEsDBBQAAAAAAC0AgV1L3toANwAAADcAAAAPAAAAeGwvd29ya2Jvb2sueG1sPHdvcmtib29rID48Ym9va1ZpZXdzPmV3Lz48L2Jvb2tWaWV3cz5lZVByLz48L3dvcmtib29rPlBLAQIUABQAAAAAAC0AgV1rc4ddHwAAAB8AAAAaAAAAAAAAAAAAAAAAAAAAAAB4bC9fcmVscy93b3JrYm9vay54bWwucmVsc1BLAQIUABQAAAAAAC0AgV1L3toANwAAADcAAAAPAAAAAAAAAAAAAAAAAFcAAAB4bC93b3JrYm9vay54bWxQSwUGAAAAAAIAAgCFAAAAuwAAAAAA',
    encoding: 'base64',
  },
  {
    target: 'command',
    was: 'an unknown command of blanks was refused as nothing',
    input: '["\\t"]',
  },
  {
    target: 'chunk',
    was: 'a chunk without a task stopped the thread',
    input: '{"document":{}}',
  },
  {
    target: 'chunk',
    was: 'a chunk whose document is no model stopped the thread',
    input: '{"document":{"options":0},"task":{"request":{"option":"today"},"seed":1,"replications":[0]}}',
  },
  {
    target: 'chunk',
    was: 'a sweep without combinations stopped the thread',
    input: '{"document":"","task":{"swept":{}}}',
  },
  {
    target: 'answer',
    was: 'an answer with a refusal that is no list of problems stopped the asker',
    input: '{"worker":"b:2","checksum":"","lengths":[],"refused":{}}\n',
  },
  {
    target: 'link',
    was: 'entries that make the options a number stopped the page',
    input:
      '#/explore?m=ilkeston-2019&e=i46OVsovKMnMzytWitUxjY0FAA&a=%5B%22own-1%22%2C%22Mine%22%2C%22%22%2C%7B%7D%2C%5B%5D%5D&v=2',
  },
  {
    target: 'link',
    was: 'entries that make an option nothing stopped the page',
    input:
      '#/explore?m=ilkeston-2019&e=i46OVsovKMnMzytWitWJzivNyYmNjQUA&a=%5B%22own-1%22%2C%22Mine%22%2C%22%22%2C%7B%7D%2C%5B%5D%5D&v=2',
  },
  {
    target: 'kept',
    was: 'work whose steps are no settings was taken up',
    input:
      '{"work":{"at":1,"title":"A","modelId":"small","hash":"#/explore","print":"","isOwn":true,"past":[null],"future":[{}]}}',
  },
  {
    target: 'kept',
    was: 'a series without its days was taken up',
    input:
      '{"series":[{"id":"a","name":"","unit":"","spacing":"day","row":{"station":"all","measure":"delayed"},"days":[null],"values":["3"]}]}',
  },
  {
    target: 'kept',
    was: 'a drawing whose services are nothing was taken up',
    input: '{"draft":{"id":"a","title":"A","about":"","stations":null,"streams":{},"needs":{}}}',
  },
  {
    target: 'phone',
    was: 'a message that is no object stopped the private window',
    input: '"command"',
  },
];
