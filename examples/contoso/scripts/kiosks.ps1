# Kiosks are not in the domain's OUs: this script is part of their image.
$siteSystems = '10.0.10.6', '10.0.10.7'

Set-NetFirewallProfile -Profile Domain -Enabled True -DefaultInboundAction Block -DefaultOutboundAction Block

New-NetFirewallRule -Name 'CM-HTTPS-Out' -DisplayName 'ConfigMgr client to site (HTTPS)' -Profile Domain `
  -Direction Outbound -Action Allow -Protocol TCP -RemotePort 443 -RemoteAddress $siteSystems

New-NetFirewallRule -Name 'CM-Notification-Out' -DisplayName 'ConfigMgr client notification' -Profile Domain `
  -Direction Outbound -Action Allow -Protocol TCP -RemotePort 10123 -RemoteAddress 10.0.10.6

# WSUS listens on 8531 since the move to HTTPS, and needs 8530 beside it.
New-NetFirewallRule -Name 'CM-WSUS-Out' -DisplayName 'ConfigMgr software updates' -Profile Domain `
  -Direction Outbound -Action Allow -Protocol TCP -RemotePort 8530 -RemoteAddress 10.0.10.7
