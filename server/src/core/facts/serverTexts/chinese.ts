import type { ServerText } from "./meanings.ts";

const QQ = "QQ: https://service.mail.qq.com";
const NETEASE = "163: https://help.mail.163.com";
const ALIYUN = "Aliyun: https://help.aliyun.com";

/** QQ and Tencent Exmail, NetEase (163, 126), Aliyun, Coremail. Their words come in English, or in Chinese as GBK. */
export const CHINESE_TEXTS: readonly ServerText[] = [
  [
    /login fail\. ?a(?:ccount is abnormal|uthorization code is expired)|authorization code is expired|please using authorized code|enter your authorization code|请使用授权码|授权码/i,
    QQ,
    "authorisationCode",
  ],
  [
    /service is not open|not open(?:ed)? smtp|smtp (?:service )?(?:is )?(?:disabled|closed)|service not available for this user|未开启|未开通/i,
    QQ,
    "smtpOff",
  ],
  [/UC_LOGIN_SOURCE_NOT_ALLOWED|UC_OPER_NO_PERMISSION/, ALIYUN, "smtpOff"],
  [/UC_CLIENT_NON_SSL/, ALIYUN, "needsTls"],
  [/\bHL:(?:ICC|IFC)\b|IP is (?:hangup|rejected, smtp auth error limit)/i, NETEASE, "rate"],
  [/\bHL:(?:REP|MEP|IHU|IPB|ITC)\b|\bWM:BL[IU]\b|(?:IP|User) in blacklist/i, NETEASE, "badReputation"],
  [/\bMI:SPF\b|spf check failed/i, NETEASE, "spf"],
  [/\bMI:DMA\b/, NETEASE, "dmarc"],
  [/\bMI:(?:NHD)\b/, NETEASE, "helo"],
  [/\bMI:IMF\b/, NETEASE, "addressForm"],
  [/\b(?:MI|RP):CEL\b|\b(?:MI|RP):CCL\b/, NETEASE, "tooManyErrors"],
  [/\bMI:(?:DMC|SFQ|STC)\b|\bRP:(?:DRC|QRC|TRC|RCL)\b/, NETEASE, "rate"],
  [/\bRP:FRL\b|no smtp mx only|local user only/i, NETEASE, "relay"],
  [/\bDT:RBL\b/, NETEASE, "blockList"],
  [/\bDT:SUM\b/, NETEASE, "sendAs"],
  [/\bDT:SPM\b|\bMI:SPB\b/, NETEASE, "neteaseSpam"],
  [/too much fail authentication/i, NETEASE, "tooManyLogins"],
  [/null sender is not allowed/i, NETEASE, "senderUnknown"],
  [
    /mail from address must be same as authorization user|mail from must equal authorized user|发件人.{0,20}(?:不一致|不匹配)/i,
    QQ,
    "senderNotOwned",
  ],
  [
    /mail from account doesn't conform with authentication|"?mail from"? is non-local account/i,
    ALIYUN,
    "senderNotOwned",
  ],
  [/5\d\d \S{0,60}suspected bounce attacks/i, QQ, "spam"],
  [
    /(?:connection|ip|domain|sender|user|mail) frequency limited|login frequency limited|频率|发送过于频繁/i,
    QQ,
    "rate",
  ],
  [/mailbox unavailable or access denied|recipient .{0,20}busy/i, QQ, "mailboxBusy"],
  [/mail content denied|content rejected|内容.{0,8}(?:拒绝|拒收)|垃圾邮件/i, QQ, "spam"],
  [/connection denied|suspected spam ip/i, QQ, "badReputation"],
  [/the "?from"? header is missing or invalid/i, QQ, "noFromHeader"],
  [/domain may not exist or dns check failed/i, QQ, "senderDomain"],
  [/authentication failure\[1\]/i, ALIYUN, "tooManyLogins"],
  [/authentication failure\[0\]|\b526 authentication failure|username or passwd is null/i, ALIYUN, "badLogin"],
  [/rcpt \(.{0,100}\) dosn'?t exist|invalid rcptto|rcptto account isn.t a local account/i, ALIYUN, "userUnknown"],
  [/behaviou?r spam/i, ALIYUN, "badReputation"],
  [/content spam|local spam engine/i, ALIYUN, "spam"],
  [/isn't allowed to send email/i, ALIYUN, "accountBlocked"],
  [/isn't allowed to receive email/i, ALIYUN, "mailboxOff"],
  [/rcpt attempts is achieved the maximum|total of rcpts is achieved the maximum/i, ALIYUN, "quota"],
  [/length of (?:data content|attach)|number of attachments is achieved/i, ALIYUN, "tooLarge"],
  [
    /exceeds? (?:the )?(?:daily|month(?:ly)?) (?:send |sending )?(?:quota|limit)|sending quota exceeded/i,
    ALIYUN,
    "quota",
  ],
  [/用户不存在|收件人不存在|邮箱不存在|无此用户/, QQ, "userUnknown"],
  [/空间不足|邮箱已满|容量.{0,4}满/, QQ, "mailboxFull"],
  [/用户名或密码|密码错误|认证失败|身份验证失败/, QQ, "badLogin"],
  [/user suspended|user (?:is )?locked|用户.{0,6}(?:冻结|锁定|停用)/i, NETEASE, "mailboxOff"],
  [/illegal attachment/i, NETEASE, "attachment"],
];
